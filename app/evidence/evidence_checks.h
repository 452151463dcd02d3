#pragma once

#include "app/evidence/evidence_verification.h"

namespace chinhchu::app {

// One check each; what it finds goes into the report.

/// The certificate that signed is the named device's, and somebody vouches for it.
void checkSigner(EvidenceReport& report);
/// Passive and active authentication from the enclosed files.
void checkChip(EvidenceReport& report, const nfc::TrustStore& trust);
/// The chip's answer was made for this nonce, device, session and chip.
void checkFreshness(EvidenceReport& report);
/// What the device attests about the person is what the signed DG1 says.
void checkSubject(EvidenceReport& report);
/// The kiosk's verdict is the one that the proofs give.
void checkClaimedVerdict(EvidenceReport& report);
/// Decision and distance are those that photograph and frames give.
void checkFace(EvidenceReport& report, biometrics::FaceEngine* faces);

/// Records a step, and a reason when it failed.
void record(EvidenceReport& report, const char* name, const std::string& subject, bool passed, FailureCode code,
            const std::string& detail = {});

} // namespace chinhchu::app
