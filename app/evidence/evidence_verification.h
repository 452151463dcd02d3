#pragma once

#include "app/evidence/opened_evidence.h"
#include "app/settings/carrier_policy.h"
#include "biometrics/face_engine.h"
#include "nfc/authenticity/trust_store.h"

namespace chinhchu::app {

/// By what evidence is judged besides its own proofs.
struct EvidenceRules
{
    QDateTime at = QDateTime::currentDateTimeUtc();
    /// The carrier's; it can only make the built-in rules stricter.
    std::optional<CarrierPolicy> policy;
};

/// Every check of one piece of evidence, done again from the file alone.
struct EvidenceReport
{
    OpenedEvidence opened;
    /// The chip's proofs, judged anew at the time of the evidence.
    nfc::AuthenticityVerdict chip;
    /// Those of the parent's chip; none where no parent took part.
    std::optional<nfc::AuthenticityVerdict> guardianChip;
    /// What only evidence has: signer, freshness, subject against DG1, the session, the claims against the proofs, the
    /// face.
    std::vector<nfc::VerdictStep> steps;
    std::vector<nfc::VerdictReason> reasons;

    /// 0, 5, 6 or 7, as the command line's contract says; 6 also where nobody vouches for the device.
    [[nodiscard]] int exitStatus() const;
};

/// Repeats what the kiosk did. @p faces may be null: then the comparison of the face is recorded as not performed.
/// Errors are those of openEvidence(); whatever a check finds is in the report.
Result<EvidenceReport> verifyEvidence(ByteView sealed, const EvidenceKeys& keys, const nfc::TrustStore& trust,
                                      biometrics::FaceEngine* faces, const EvidenceRules& rules = {});

} // namespace chinhchu::app
