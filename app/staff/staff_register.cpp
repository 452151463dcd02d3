#include "app/staff/staff_register.h"

#include "app/staff/pin.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace chinhchu::app {

namespace {

constexpr int triesBeforeBlock = 5;
constexpr int triesForGood = 10;
constexpr std::int64_t firstBlockSeconds = 15;

/// How long the try after this many failures has to wait.
std::int64_t blockAfter(int failures)
{
    return failures < triesBeforeBlock ? 0 : firstBlockSeconds << (failures - triesBeforeBlock);
}

tl::unexpected<Failure> usage(const char* why)
{
    return fail(FailureCode::UsageInvalid, why);
}

bool isStaffNumber(const QString& id)
{
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9._-]{1,32}$"));
    return allowed.match(id).hasMatch();
}

} // namespace

struct StaffRegister::Entry
{
    StaffMember member;
    QString pinHash;
    int failures = 0;
    std::int64_t lastFailure = 0; ///< seconds since 1970
};

std::chrono::sys_seconds StaffRegister::systemTime()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

StaffRegister::StaffRegister(Database database, Clock clock)
    : m_database(std::move(database))
    , m_clock(std::move(clock))
{
}

Result<std::unique_ptr<StaffRegister>> StaffRegister::open(const QString& file, Clock clock)
{
    Result<Database> database = Database::open(file);
    if (!database)
        return tl::unexpected(database.error());
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    std::unique_ptr<StaffRegister> made(new StaffRegister(std::move(*database), std::move(clock)));
    if (const Result<void> prepared = made->prepare(); !prepared)
        return tl::unexpected(prepared.error());
    return made;
}

Result<void> StaffRegister::prepare()
{
    return m_database
        .run(QStringLiteral("CREATE TABLE IF NOT EXISTS staff ("
                            "id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, pin_hash TEXT NOT NULL, "
                            "failures INTEGER NOT NULL DEFAULT 0, last_failure INTEGER NOT NULL DEFAULT 0)"))
        .map([](const QSqlQuery&) {});
}

Result<bool> StaffRegister::isEmpty()
{
    return members().map([](const std::vector<StaffMember>& known) { return known.empty(); });
}

Result<std::vector<StaffMember>> StaffRegister::members()
{
    Result<QSqlQuery> rows = m_database.run(QStringLiteral("SELECT id, name, role FROM staff ORDER BY id"));
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<StaffMember> known;
    while (rows->next()) {
        if (const auto role = staffRole(rows->value(2).toString().toStdString()))
            known.push_back({rows->value(0).toString(), rows->value(1).toString(), *role});
    }
    return known;
}

Result<void> StaffRegister::add(const StaffMember& member, const SecretText& pin)
{
    if (!isStaffNumber(member.id))
        return usage("a staff number has 1 to 32 letters, digits, dots, dashes");
    if (!isGoodPin(pin))
        return usage("a PIN has at least six digits that are not all alike and not in a row");
    const Result<QString> hash = hashPin(pin);
    if (!hash)
        return tl::unexpected(hash.error());
    return m_database.transaction([&]() -> Result<void> {
        const Result<std::vector<StaffMember>> known = members();
        if (!known)
            return tl::unexpected(known.error());
        if (known->empty() && !member.may(StaffRight::ManageStaff))
            return usage("the first member of staff must be a supervisor");
        if (std::ranges::any_of(*known, [&](const StaffMember& each) { return each.id == member.id; }))
            return usage("this staff number is taken");
        const std::string_view role = toString(member.role);
        return m_database
            .run(QStringLiteral("INSERT INTO staff (id, name, role, pin_hash) VALUES (?, ?, ?, ?)"),
                 {member.id, member.name, QString::fromLatin1(role.data(), qsizetype(role.size())), *hash})
            .map([](const QSqlQuery&) {});
    });
}

Result<void> StaffRegister::remove(const QString& id)
{
    return m_database.transaction([&]() -> Result<void> {
        const Result<std::vector<StaffMember>> known = members();
        if (!known)
            return tl::unexpected(known.error());
        const bool there = std::ranges::any_of(*known, [&](const StaffMember& each) { return each.id == id; });
        if (!there)
            return usage("nobody has this staff number");
        // Else nobody could ever be added again.
        const bool managed = std::ranges::any_of(*known, [&](const StaffMember& each) {
            return each.id != id && each.may(StaffRight::ManageStaff);
        });
        if (!managed)
            return usage("the last supervisor stays");
        return m_database.run(QStringLiteral("DELETE FROM staff WHERE id = ?"), {id}).map([](const QSqlQuery&) {});
    });
}

Result<void> StaffRegister::changePin(const QString& id, const SecretText& pin)
{
    if (!isGoodPin(pin))
        return usage("a PIN has at least six digits that are not all alike and not in a row");
    const Result<QString> hash = hashPin(pin);
    if (!hash)
        return tl::unexpected(hash.error());
    Result<QSqlQuery> changed = m_database.run(
        QStringLiteral("UPDATE staff SET pin_hash = ?, failures = 0, last_failure = 0 WHERE id = ?"), {*hash, id});
    if (!changed)
        return tl::unexpected(changed.error());
    if (changed->numRowsAffected() != 1)
        return usage("nobody has this staff number");
    return {};
}

Result<StaffRegister::Entry> StaffRegister::entry(const QString& id)
{
    Result<QSqlQuery> row = m_database.run(
        QStringLiteral("SELECT name, role, pin_hash, failures, last_failure FROM staff WHERE id = ?"), {id});
    if (!row)
        return tl::unexpected(row.error());
    const auto role = row->next() ? staffRole(row->value(1).toString().toStdString()) : std::nullopt;
    if (!role)
        return fail(FailureCode::StaffPinWrong);
    return Entry{{id, row->value(0).toString(), *role},
                 row->value(2).toString(),
                 row->value(3).toInt(),
                 row->value(4).toLongLong()};
}

/// Refuses while blocked; else notes the try as a failure, which signIn() takes back when the PIN was right.
Result<StaffRegister::Entry> StaffRegister::countTry(const QString& id)
{
    std::optional<Entry> found;
    const Result<void> counted = m_database.transaction([&]() -> Result<void> {
        const Result<Entry> known = entry(id);
        if (!known)
            return tl::unexpected(known.error());
        if (known->failures >= triesForGood)
            return fail(FailureCode::StaffBlocked, "for good");
        const std::int64_t now = std::max<std::int64_t>(m_clock().time_since_epoch().count(), known->lastFailure);
        const std::int64_t left = known->lastFailure + blockAfter(known->failures) - now;
        if (left > 0)
            return fail(FailureCode::StaffBlocked, std::to_string(left) + " s");
        found = *known;
        return m_database
            .run(QStringLiteral("UPDATE staff SET failures = failures + 1, last_failure = ? WHERE id = ?"),
                 {qlonglong(now), id})
            .map([](const QSqlQuery&) {});
    });
    if (!counted)
        return tl::unexpected(counted.error());
    return *found;
}

Result<StaffMember> StaffRegister::signIn(const QString& id, const SecretText& pin)
{
    const Result<Entry> known = countTry(id);
    if (!known)
        return tl::unexpected(known.error());
    if (!matchesPin(pin, known->pinHash))
        return fail(FailureCode::StaffPinWrong);
    const Result<QSqlQuery> forgiven =
        m_database.run(QStringLiteral("UPDATE staff SET failures = 0, last_failure = 0 WHERE id = ?"), {id});
    if (!forgiven)
        return tl::unexpected(forgiven.error());
    return known->member;
}

} // namespace chinhchu::app
