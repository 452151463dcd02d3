#include "app/audit/audit_trail.h"
#include "app/outbox/outbox.h"

namespace chinhchu::app {

Result<void> tellOutcomes(Outbox& outbox, AuditTrail& trail)
{
    // Most of the time there is nothing, and then nobody is kept from the queue.
    const auto waiting = outbox.untold();
    if (!waiting || waiting->empty())
        return waiting ? Result<void>() : tl::unexpected(waiting.error());
    return outbox.together([&]() -> Result<void> {
        const auto untold = outbox.untold();
        const auto from = outbox.toldUpTo();
        if (!untold || !from)
            return tl::unexpected(untold ? from.error() : untold.error());
        std::vector<AuditEvent> events;
        for (const Outbox::Untold& each : *untold)
            for (const QString& action : each.actions)
                events.push_back({QStringLiteral("kiosk"), action, each.bindingId});
        const auto end = trail.recordMissing(events, *from);
        return end ? outbox.markTold(*end) : tl::unexpected(end.error());
    });
}

} // namespace chinhchu::app
