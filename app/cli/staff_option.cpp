#include "app/cli/staff_option.h"

#include "app/audit/audit_trail.h"
#include "app/cli/secret_input.h"

#include <QFileInfo>

#include <algorithm>

namespace chinhchu::app::cli {

namespace {

Result<StaffMember> signIn(const CommandContext& context, const QString& file, StaffRight right)
{
    const Result<std::unique_ptr<StaffRegister>> staff = StaffRegister::open(file);
    if (!staff) {
        return tl::unexpected(staff.error());
    }
    Result<StaffMember> member =
        signInNoted(**staff, context, context.options.value("staff"), secretValue(context.options.value("staff-pin")));
    if (member && !member->may(right)) {
        return fail(FailureCode::StaffNotAllowed, std::string(toString(member->role)));
    }
    return member;
}

} // namespace

Result<StaffMember> signInNoted(StaffRegister& staff, const CommandContext& context, const QString& id,
                                const SecretText& pin)
{
    Result<StaffMember> member = staff.signIn(id, pin);
    if (member) {
        return member;
    }
    // Only a number that somebody has is written down: what a stranger typed may be anything.
    const auto known = staff.members();
    const bool has = known && std::ranges::any_of(*known, [&](const StaffMember& each) { return each.id == id; });
    if (const auto trail = AuditTrail::open(Home(context.home).auditFile())) {
        static_cast<void>((*trail)->record({"kiosk", "staff-refused", has ? id : QStringLiteral("unknown")}));
    }
    return member;
}

void addStaffOptions(QCommandLineParser& parser)
{
    parser.addOption({"staff", Text::tr("Who serves."), "NUMBER"});
    parser.addOption({"staff-pin", Text::tr("Their PIN; - reads standard input."), "PIN"});
}

Result<std::optional<StaffMember>> staffFromOptions(const CommandContext& context, Enrolment::Kind kind,
                                                    StaffRight right)
{
    const QString id = context.options.value("staff");
    if (id.isEmpty()) {
        return std::nullopt;
    }
    const QString file = Home(context.home).staffFile();
    if (kind == Enrolment::Kind::Demo && !QFileInfo::exists(file)) {
        return StaffMember{id, {}, StaffRole::Clerk};
    }
    return signIn(context, file, right).map([](StaffMember member) { return std::optional(std::move(member)); });
}

} // namespace chinhchu::app::cli
