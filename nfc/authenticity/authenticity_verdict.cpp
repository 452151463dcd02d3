#include "nfc/authenticity/authenticity_verdict.h"

#include <algorithm>

namespace chinhchu::nfc {

int exitStatus(const AuthenticityVerdict& verdict)
{
    const auto hasStatus = [&](int status) {
        return std::any_of(verdict.reasons.begin(), verdict.reasons.end(), [status](const VerdictReason& reason) {
            return chinhchu::exitStatus(reason.code) == status;
        });
    };
    const bool failed = verdict.passive == PassiveResult::Failed || verdict.passive == PassiveResult::Absent ||
                        verdict.active == ChipProof::Failed || verdict.chip == ChipProof::Failed || hasStatus(5);
    if (failed)
        return 5;
    const bool unproven = verdict.active == ChipProof::Unsupported && verdict.chip == ChipProof::Unsupported;
    return verdict.passive == PassiveResult::IssuerUnknown || unproven || hasStatus(6) ? 6 : 0;
}

} // namespace chinhchu::nfc
