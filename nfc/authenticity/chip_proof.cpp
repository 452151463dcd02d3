#include "nfc/authenticity/chip_proof.h"

namespace chinhchu::nfc {

void judgeChipProof(AuthenticityVerdict& verdict, bool citizenCard)
{
    if (verdict.active != ChipProof::Unsupported || verdict.chip != ChipProof::Unsupported)
        return;
    verdict.reasons.push_back(
        {citizenCard ? FailureCode::ChipProofRequired : FailureCode::ChipProofAbsent, "DG14, DG15"});
    verdict.steps.push_back({"chip-proof", "DG14, DG15",
                             citizenCard ? VerdictStep::Outcome::Failed : VerdictStep::Outcome::Warning,
                             "no signed key: the chip cannot be told from a copy"});
}

} // namespace chinhchu::nfc
