#pragma once

#include "app/evidence/evidence_verification.h"

namespace chinhchu::app {

// One check each; what it finds goes into the report.

/// The certificate that signed is the named device's, is a device's and of the kind that is claimed, and somebody
/// vouches for it.
void checkSigner(EvidenceReport& report);
/// What is said of the session can be so: times, consent, numbers, signature, frames.
void checkSession(EvidenceReport& report, const EvidenceRules& rules);

/// One of the people of a session: the subject, or a child's parent.
struct PersonUnderCheck
{
    const PersonProof& claims;
    nfc::AuthenticityVerdict& chip; ///< as judged anew
    std::string who;                ///< before the subject of each step: "" or "guardian "
};

/// All the checks of one person, in their order.
void checkPerson(EvidenceReport& report, const PersonUnderCheck& person, const nfc::TrustStore& trust,
                 biometrics::FaceEngine* faces, const EvidenceRules& rules);
/// A device for real work reads real readers only.
void checkReader(EvidenceReport& report, const PersonUnderCheck& person);
/// Passive and active authentication from the enclosed files.
void checkChip(EvidenceReport& report, const PersonUnderCheck& person, const nfc::TrustStore& trust);
/// The chip's answer was made for this nonce, device, session and chip.
void checkFreshness(EvidenceReport& report, const PersonUnderCheck& person);
/// What the device attests about the person is what the signed DG1 says, and the card was valid on that day.
void checkSubject(EvidenceReport& report, const PersonUnderCheck& person);
/// The kiosk's verdict is the one that the proofs give.
void checkClaimedVerdict(EvidenceReport& report, const PersonUnderCheck& person);
/// Decision and distance are those that photograph and frames give, by the recipe's own threshold or a stricter one,
/// and the face was not found to be dead.
void checkFace(EvidenceReport& report, const PersonUnderCheck& person, biometrics::FaceEngine* faces,
               const EvidenceRules& rules);

/// The pictures of the card are the ones that were measured, and can be read as well as the device says.
void checkDocumentPictures(EvidenceReport& report);
/// A child has a parent beside it who is an adult and somebody else, and agreed in writing.
void checkGuardian(EvidenceReport& report);

/// Records a step, and a reason when it failed.
void record(EvidenceReport& report, const char* name, const std::string& subject, bool passed, FailureCode code,
            const std::string& detail = {});

} // namespace chinhchu::app
