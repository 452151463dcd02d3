#include "app/audit/audit_trail.h"
#include "app/cli/command.h"
#include "app/settings/home.h"

#include <QFileInfo>

namespace chinhchu::app::cli {

namespace {

/// "SIZE:HEXADECIMAL", as AuditHead::text() writes it.
Result<AuditHead> headFromOption(const QString& given)
{
    if (given.isEmpty()) {
        return AuditHead{};
    }
    const std::optional<AuditHead> head = AuditHead::fromText(given.toLatin1());
    if (!head) {
        return fail(FailureCode::UsageInvalid, "--head SIZE:HEXADECIMAL");
    }
    return *head;
}

class AuditVerifyCommand : public Command
{
public:
    QString name() const override { return "audit verify"; }
    QString summary() const override { return Text::tr("Check that the trail of what happened was not changed."); }

    void addOptions(QCommandLineParser& parser, const CommandLineExtras&) const override
    {
        parser.addOption(
            {"head", Text::tr("A head that was kept elsewhere; the trail must have passed it."), "SIZE:HEXADECIMAL"});
    }

    Outcome run(const CommandContext& context) const override
    {
        const Result<AuditHead> known = headFromOption(context.options.value("head"));
        if (!known) {
            return Outcome::failed(known.error());
        }
        const QString file = Home(context.home).auditFile();
        if (!QFileInfo::exists(file)) {
            return Outcome::failed({FailureCode::FileUnreadable, file.toStdString()});
        }
        const Result<AuditHead> head = AuditTrail::verify(file, *known);
        if (!head) {
            return Outcome::failed(head.error());
        }
        const QString text = QString::fromLatin1(head->text());
        return {{{"size", head->size}, {"head", text}}, Text::tr("The trail is whole: %1").arg(text), 0, {}};
    }
};

} // namespace

std::unique_ptr<Command> makeAuditVerifyCommand()
{
    return std::make_unique<AuditVerifyCommand>();
}

} // namespace chinhchu::app::cli
