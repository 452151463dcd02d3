#include "app/cli/command.h"

#include "app/audit/audit_trail.h"
#include "app/cli/outbox_recovery.h"
#include "app/outbox/outbox.h"

#include <algorithm>

namespace chinhchu::app::cli {

namespace {

class OutboxRetryCommand : public Command
{
public:
    QString name() const override { return "outbox retry"; }
    QString summary() const override { return Text::tr("Let what the carrier refused wait for it again."); }
    QString argumentNames() const override { return "[ID]"; }

    void addOptions(QCommandLineParser& parser, const CommandLineExtras&) const override
    {
        parser.addOption({"all-refused", Text::tr("Everything that was refused and is still kept here.")});
    }

    Outcome run(const CommandContext& context) const override
    {
        const bool all = context.options.isSet("all-refused");
        if (context.arguments.size() != (all ? 0 : 1) || (!all && context.arguments.first().isEmpty())) {
            return Outcome::failed({FailureCode::UsageInvalid, "outbox retry ID | --all-refused"});
        }
        const Home home(context.home);
        const auto outbox = Outbox::open(home.outboxFile());
        if (!outbox) {
            return Outcome::failed(outbox.error());
        }
        QJsonObject json;
        tellRecovery(**outbox, context, json);
        // Nothing changes that cannot be written down.
        const auto trail = AuditTrail::open(home.auditFile());
        if (!trail) {
            return Outcome::failed(trail.error());
        }
        const QString id = all ? QString() : context.arguments.first();
        const Result<int> again = retry(**outbox, **trail, id);
        if (!again) {
            return Outcome::failed(again.error(), json);
        }
        if (!all && *again == 0) {
            return Outcome::failed({FailureCode::UsageInvalid, "not refused, or not kept here any more"}, json);
        }
        json.insert("retried", *again);
        return {json, Text::tr("Waiting again: %1").arg(*again), 0, {}};
    }

private:
    /// The change and its line belong together: without the line there is no change.
    static Result<int> retry(Outbox& outbox, AuditTrail& trail, const QString& id)
    {
        int again = 0;
        const auto done = outbox.together([&]() -> Result<void> {
            const Result<int> changed = outbox.retryRefused(id);
            if (!changed) {
                return tl::unexpected(changed.error());
            }
            again = *changed;
            const QString what = id.isEmpty() ? QStringLiteral("%1 refused").arg(again) : id;
            return again == 0 ? Result<void>() : trail.record({"technician", "binding-retried", what});
        });
        return done ? Result<int>(again) : tl::unexpected(done.error());
    }
};

} // namespace

std::unique_ptr<Command> makeOutboxRetryCommand()
{
    return std::make_unique<OutboxRetryCommand>();
}

} // namespace chinhchu::app::cli
