#include "app/cli/outbox_recovery.h"

#include "app/audit/audit_trail.h"
#include "app/settings/home.h"

namespace chinhchu::app::cli {

namespace {

/// Into the audit trail: who looks later must find when the queue was made anew.
Result<void> noteRecovery(const Home& home, const Outbox::Recovery& recovery)
{
    const Result<std::unique_ptr<AuditTrail>> trail = AuditTrail::open(home.auditFile());
    if (!trail) {
        return tl::unexpected(trail.error());
    }
    return (*trail)->record({"kiosk", "outbox-recovered", QStringLiteral("%1 taken over").arg(recovery.takenOver)});
}

} // namespace

void tellRecovery(Outbox& outbox, const CommandContext& context, QJsonObject& json)
{
    const auto recovery = outbox.recovery();
    if (!recovery) {
        return;
    }
    context.progress(Text::tr("The queue was damaged. It was put aside as %1; %n binding(s) could be taken over.",
                              nullptr, recovery->takenOver)
                         .arg(recovery->putAside));
    json.insert("damaged", QJsonObject{{"putAside", recovery->putAside}, {"takenOver", recovery->takenOver}});
    // What could not be noted is told again by the next command.
    if (noteRecovery(Home(context.home), *recovery)) {
        static_cast<void>(outbox.recoveryTold());
    }
}

} // namespace chinhchu::app::cli
