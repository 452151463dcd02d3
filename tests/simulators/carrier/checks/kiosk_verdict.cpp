#include "checks/check.h"

namespace chinhchu::sandbox {

namespace {

/// Of the kiosk's reasons those that say "intact, but not confirmed"; every other is a failure.
bool isMild(const QString& reason)
{
    static const QStringList mild{"ISSUER_UNKNOWN",           "REVOCATION_UNKNOWN",      "ISSUER_COUNTRY_DISAGREES",
                                  "SIGNER_COUNTRY_DISAGREES", "ISSUER_NOT_FOR_DOCUMENT", "CHIP_PROOF_ABSENT"};
    return mild.contains(reason);
}

} // namespace

/// The kiosk's verdict frees nobody here; but one that says itself that the chip is not genuine has no honest reason to
/// deliver a binding.
void checkKioskVerdict(const CheckContext& context, Findings& findings)
{
    const PersonInEvidence::Chip& chip = context.evidence.chip;
    bool denied = chip.passive == QLatin1String("failed") || chip.passive == QLatin1String("absent");
    for (const QString& proof : {chip.active, chip.chip, chip.chipAuthentication})
        denied = denied || proof == QLatin1String("failed");
    for (const QString& reason : chip.reasons)
        denied = denied || !isMild(reason);
    if (denied)
        findings.doubt(QStringLiteral("KIOSK_VERDICT_DOUBTFUL"));
}

} // namespace chinhchu::sandbox
