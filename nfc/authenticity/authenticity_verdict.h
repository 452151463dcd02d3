#pragma once

#include "resources/base/failure.h"

#include <string>
#include <string_view>
#include <vector>

namespace chinhchu::nfc {

/// Passive authentication. IssuerUnknown: hashes and signature are right, no trusted issuer vouches for the signer.
enum class PassiveResult
{
    Absent,
    Failed,
    IssuerUnknown,
    Verified
};

/// Active or chip authentication.
enum class ChipProof
{
    NotPerformed,
    Unsupported,
    Failed,
    Passed
};

/// What the revocation lists say of the signer. Whether Stale and Missing are good enough is for policy to decide.
enum class RevocationState
{
    NotChecked, ///< no issuer is known, so no list can be believed
    Missing,    ///< the store has no list of this issuer
    Stale,      ///< a list, but its next update is overdue
    Fresh,
    Revoked
};

constexpr std::string_view toString(PassiveResult result)
{
    constexpr std::string_view names[] = {"absent", "failed", "issuer-unknown", "verified"};
    return names[static_cast<int>(result)];
}

constexpr std::string_view toString(ChipProof proof)
{
    constexpr std::string_view names[] = {"not-performed", "unsupported", "failed", "passed"};
    return names[static_cast<int>(proof)];
}

constexpr std::string_view toString(RevocationState state)
{
    constexpr std::string_view names[] = {"not-checked", "missing", "stale", "fresh", "revoked"};
    return names[static_cast<int>(state)];
}

/// One line of the checklist that a person can read and the carrier can repeat.
struct VerdictStep
{
    enum class Outcome
    {
        Passed,
        Failed,
        Warning,
        NotPerformed
    };

    /// Stable name: "sod-signature", "data-group-hash", "signer-chain", "revocation", "active-authentication", ...
    std::string name;
    /// What it was done to: "DG1", the subject of a certificate.
    std::string subject;
    Outcome outcome = Outcome::NotPerformed;
    /// Algorithm, curve, digest, or the reason in technical words. No personal data.
    std::string detail;
};

/// Why the verdict is not simply "verified". The subject names the file or certificate.
struct VerdictReason
{
    FailureCode code;
    std::string subject;
};

/// A structure, not a boolean: what was checked, with what result.
struct AuthenticityVerdict
{
    PassiveResult passive = PassiveResult::Absent;
    ChipProof active = ChipProof::NotPerformed;
    ChipProof chip = ChipProof::NotPerformed;
    RevocationState revocation = RevocationState::NotChecked;
    std::vector<VerdictReason> reasons;
    std::vector<VerdictStep> steps;
};

/// The exit status of the command line for this verdict: 0, 5 or 6. A chip that has no way to prove that it is no copy
/// never gets 0.
int exitStatus(const AuthenticityVerdict& verdict);

} // namespace chinhchu::nfc
