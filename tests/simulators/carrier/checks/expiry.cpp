#include "checks/check.h"
#include "emrtd/machine_readable_zone.h"

namespace chinhchu::sandbox {

/// An expired card binds nothing. When the session was, only the kiosk's clock says: a card that has expired by the
/// time of receipt may have been valid then, for evidence from a village without network arrives late, so a person
/// decides.
void checkExpiry(const CheckContext& context, Findings& findings)
{
    const auto zone = readZone(context.evidence.chip.dg1);
    if (!zone || !zone->expiry.isValid())
        return;
    constexpr int vietnam = 7 * 3600;
    if (zone->expiry < context.evidence.createdAt.toOffsetFromUtc(vietnam).date())
        findings.refuse(QStringLiteral("CARD_EXPIRED"));
    else if (zone->expiry < context.receivedAt.toOffsetFromUtc(vietnam).date())
        findings.doubt(QStringLiteral("CARD_EXPIRED"));
}

} // namespace chinhchu::sandbox
