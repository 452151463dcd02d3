#include "app/audit/audit_trail.h"
#include "app/cli/command.h"
#include "app/cli/secret_input.h"
#include "app/cli/staff_option.h"
#include "app/settings/home.h"

#include <QJsonArray>

#include <unistd.h>

namespace chinhchu::app::cli {

namespace {

QString text(std::string_view latin1)
{
    return QString::fromLatin1(latin1.data(), static_cast<qsizetype>(latin1.size()));
}

/// What the commands that change the register share: who does it, to whom, and that it is written down.
class StaffCommand : public Command
{
public:
    QString argumentNames() const override { return "NUMBER"; }
    QString remarks() const override
    {
        return Text::tr("The first member may be added without a sign-in and must be a supervisor. A PIN given as - is read "
                        "from standard input, a line for each, the one of --by first.");
    }

    void addOptions(QCommandLineParser& parser, const CommandLineExtras&) const override
    {
        parser.addOption({"by", Text::tr("Staff number of the supervisor who does this."), "NUMBER"});
        parser.addOption({"by-pin", Text::tr("The supervisor's PIN; - reads standard input."), "PIN"});
        addOwnOptions(parser);
    }

    Outcome run(const CommandContext& context) const override
    {
        if (context.arguments.size() != 1) {
            return Outcome::failed({FailureCode::UsageInvalid, name().toStdString() + " NUMBER"});
        }
        const Home home(context.home);
        const Result<void> done = change(context, home);
        if (!done) {
            return Outcome::failed(done.error());
        }
        const QString id = context.arguments.first();
        return {{{"staff", id}}, Text::tr("Done: %1.").arg(id), 0, {}};
    }

protected:
    virtual void addOwnOptions(QCommandLineParser&) const {}
    virtual QString action() const = 0;
    /// Whether the machine's administrator may do it without a sign-in.
    virtual bool mayRoot() const { return false; }
    virtual Result<void> apply(StaffRegister& staff, const CommandContext& context) const = 0;

private:
    Result<void> change(const CommandContext& context, const Home& home) const
    {
        Result<std::unique_ptr<StaffRegister>> staff = StaffRegister::open(home.staffFile());
        if (!staff) {
            return tl::unexpected(staff.error());
        }
        const Result<QString> actor = supervisor(**staff, context);
        if (!actor) {
            return tl::unexpected(actor.error());
        }
        // Nothing changes that cannot be written down.
        Result<std::unique_ptr<AuditTrail>> audit = AuditTrail::open(home.auditFile());
        if (!audit) {
            return tl::unexpected(audit.error());
        }
        if (const Result<void> applied = apply(**staff, context); !applied) {
            return applied;
        }
        return (*audit)->record({*actor, action(), context.arguments.first()});
    }

    Result<QString> supervisor(StaffRegister& staff, const CommandContext& context) const
    {
        // Whoever administers the machine could change the file itself; this way there is a line about it.
        if (mayRoot() && !context.options.isSet("by") && ::geteuid() == 0) {
            return QStringLiteral("root");
        }
        const Result<bool> empty = staff.isEmpty();
        if (!empty) {
            return tl::unexpected(empty.error());
        }
        if (*empty) {
            return QStringLiteral("set-up");
        }
        const Result<StaffMember> member =
            signInNoted(staff, context, context.options.value("by"), secretValue(context.options.value("by-pin")));
        if (!member) {
            return tl::unexpected(member.error());
        }
        if (!member->may(StaffRight::ManageStaff)) {
            return fail(FailureCode::StaffNotAllowed, std::string(toString(member->role)));
        }
        return member->id;
    }
};

class StaffAddCommand : public StaffCommand
{
public:
    QString name() const override { return "staff add"; }
    QString summary() const override { return Text::tr("Let a member of staff sign in at this device."); }

protected:
    void addOwnOptions(QCommandLineParser& parser) const override
    {
        parser.addOption({"role", Text::tr("helper, clerk, supervisor or technician."), "ROLE"});
        parser.addOption({"name", Text::tr("How the member of staff is called."), "TEXT"});
        parser.addOption({"pin", Text::tr("The new PIN; - reads standard input."), "PIN"});
    }

    QString action() const override { return "staff-added"; }

    Result<void> apply(StaffRegister& staff, const CommandContext& context) const override
    {
        const auto role = staffRole(context.options.value("role").toStdString());
        if (!role) {
            return fail(FailureCode::UsageInvalid, "--role helper|clerk|supervisor|technician");
        }
        return staff.add({context.arguments.first(), context.options.value("name"), *role},
                         secretValue(context.options.value("pin")));
    }
};

class StaffPinCommand : public StaffCommand
{
public:
    QString name() const override { return "staff pin"; }
    QString summary() const override { return Text::tr("Give a member of staff a new PIN; it ends a block."); }

protected:
    void addOwnOptions(QCommandLineParser& parser) const override
    {
        parser.addOption({"pin", Text::tr("The new PIN; - reads standard input."), "PIN"});
    }

    QString action() const override { return "staff-pin-changed"; }

    Result<void> apply(StaffRegister& staff, const CommandContext& context) const override
    {
        return staff.changePin(context.arguments.first(), secretValue(context.options.value("pin")));
    }
};

class StaffUnblockCommand : public StaffCommand
{
public:
    QString name() const override { return "staff unblock"; }
    QString summary() const override { return Text::tr("End a block after wrong PINs; the PIN stays."); }
    QString remarks() const override
    {
        return Text::tr("The machine's administrator (root) needs no --by. A PIN given as - is read from standard input.");
    }

protected:
    QString action() const override { return "staff-unblocked"; }
    bool mayRoot() const override { return true; }

    Result<void> apply(StaffRegister& staff, const CommandContext& context) const override
    {
        return staff.unblock(context.arguments.first());
    }
};

class StaffRemoveCommand : public StaffCommand
{
public:
    QString name() const override { return "staff remove"; }
    QString summary() const override { return Text::tr("End that a member of staff may sign in here."); }

protected:
    QString action() const override { return "staff-removed"; }

    Result<void> apply(StaffRegister& staff, const CommandContext& context) const override
    {
        return staff.remove(context.arguments.first());
    }
};

class StaffListCommand : public Command
{
public:
    QString name() const override { return "staff list"; }
    QString summary() const override { return Text::tr("Who may sign in at this device."); }

    Outcome run(const CommandContext& context) const override
    {
        const Result<std::unique_ptr<StaffRegister>> staff = StaffRegister::open(Home(context.home).staffFile());
        if (!staff) {
            return Outcome::failed(staff.error());
        }
        const Result<std::vector<StaffMember>> members = (*staff)->members();
        if (!members) {
            return Outcome::failed(members.error());
        }
        QJsonArray list;
        QStringList lines;
        for (const StaffMember& each : *members) {
            const QString role = text(toString(each.role));
            list.append(QJsonObject{{"staff", each.id}, {"name", each.name}, {"role", role}});
            lines.append(each.id + "  " + role + "  " + each.name);
        }
        if (lines.isEmpty()) {
            lines.append(Text::tr("Nobody may sign in here yet."));
        }
        return {{{"members", list}}, lines.join('\n'), 0, {}};
    }
};

} // namespace

std::unique_ptr<Command> makeStaffAddCommand()
{
    return std::make_unique<StaffAddCommand>();
}

std::unique_ptr<Command> makeStaffPinCommand()
{
    return std::make_unique<StaffPinCommand>();
}

std::unique_ptr<Command> makeStaffUnblockCommand()
{
    return std::make_unique<StaffUnblockCommand>();
}

std::unique_ptr<Command> makeStaffRemoveCommand()
{
    return std::make_unique<StaffRemoveCommand>();
}

std::unique_ptr<Command> makeStaffListCommand()
{
    return std::make_unique<StaffListCommand>();
}

} // namespace chinhchu::app::cli
