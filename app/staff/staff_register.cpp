#include "app/staff/staff_register.h"

#include "app/staff/pin.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <ctime>
#include <optional>

namespace chinhchu::app {

namespace {

constexpr int triesBeforeBlock = 5;
constexpr int triesForGood = 10;
constexpr std::chrono::seconds firstBlock{15};
constexpr std::chrono::seconds longestBlock = std::chrono::hours(1);

/// How long the try after this many failures has to wait.
std::chrono::seconds blockAfter(int failures)
{
    if (failures >= triesForGood)
        return longestBlock;
    return failures < triesBeforeBlock ? std::chrono::seconds(0) : firstBlock * (1 << (failures - triesBeforeBlock));
}

/// No PIN has this hash; looking at one costs what looking at a real one does.
QString nobodysHash()
{
    return QStringLiteral("$argon2id$v=19$m=65536,t=2,p=1$") + QString(22, u'A') + u'$' + QString(43, u'A');
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
    Instant lastFailure;
};

StaffRegister::Instant StaffRegister::systemTime()
{
    // Goes on while the machine sleeps (proc(5), clock_gettime(2)).
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    QFile boot(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    const bool known = boot.open(QIODevice::ReadOnly);
    return {known ? QString::fromLatin1(boot.readAll().trimmed()) : QString(), std::chrono::seconds(time.tv_sec)};
}

StaffRegister::StaffRegister(Database database, Clock clock)
    : m_database(std::move(database))
    , m_clock(std::move(clock))
{
}

Result<std::unique_ptr<StaffRegister>> StaffRegister::open(const QString& file, Clock clock)
{
    // The first thing done on a new machine may be to add its supervisor.
    if (!QDir().mkpath(QFileInfo(file).absolutePath()))
        return fail(FailureCode::StorageFailed, file.toStdString());
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
    const Result<QSqlQuery> made =
        m_database.run(QStringLiteral("CREATE TABLE IF NOT EXISTS staff ("
                                      "id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, pin_hash TEXT NOT NULL, "
                                      "failures INTEGER NOT NULL DEFAULT 0, last_failure INTEGER NOT NULL DEFAULT 0)"));
    if (!made)
        return tl::unexpected(made.error());
    // Before, last_failure was a time of a clock that can be set; now it is an uptime of this start of the machine.
    return m_database.transaction([this]() -> Result<void> {
        Result<QSqlQuery> columns =
            m_database.run(QStringLiteral("SELECT count(*) FROM pragma_table_info('staff') WHERE name = 'boot'"));
        if (!columns)
            return tl::unexpected(columns.error());
        if (!columns->next() || columns->value(0).toInt() != 0)
            return {};
        columns->finish();
        return m_database.run(QStringLiteral("ALTER TABLE staff ADD COLUMN boot TEXT NOT NULL DEFAULT ''"))
            .map([](const QSqlQuery&) {});
    });
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

Result<void> StaffRegister::unblock(const QString& id)
{
    Result<QSqlQuery> changed =
        m_database.run(QStringLiteral("UPDATE staff SET failures = 0, last_failure = 0 WHERE id = ?"), {id});
    if (!changed)
        return tl::unexpected(changed.error());
    return changed->numRowsAffected() == 1 ? Result<void>() : usage("nobody has this staff number");
}

Result<StaffRegister::Entry> StaffRegister::entry(const QString& id)
{
    Result<QSqlQuery> row = m_database.run(
        QStringLiteral("SELECT name, role, pin_hash, failures, last_failure, boot FROM staff WHERE id = ?"), {id});
    if (!row)
        return tl::unexpected(row.error());
    const auto role = row->next() ? staffRole(row->value(1).toString().toStdString()) : std::nullopt;
    if (!role)
        return fail(FailureCode::StaffPinWrong);
    return Entry{{id, row->value(0).toString(), *role},
                 row->value(2).toString(),
                 row->value(3).toInt(),
                 {row->value(5).toString(), std::chrono::seconds(row->value(4).toLongLong())}};
}

/// Whether nobody else could open this one's way again.
Result<bool> StaffRegister::isLastWhoManages(const Entry& entry)
{
    if (!entry.member.may(StaffRight::ManageStaff))
        return false;
    Result<QSqlQuery> rows = m_database.run(QStringLiteral("SELECT role FROM staff WHERE id <> ? AND failures < ?"),
                                            {entry.member.id, triesForGood});
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        const auto role = staffRole(rows->value(0).toString().toStdString());
        if (role && mayDo(*role, StaffRight::ManageStaff))
            return false;
    }
    return true;
}

/// STAFF_BLOCKED where no wait helps.
Result<std::chrono::seconds> StaffRegister::leftToWait(const Entry& entry, const Instant& now)
{
    if (entry.failures >= triesForGood) {
        const Result<bool> last = isLastWhoManages(entry);
        if (!last)
            return tl::unexpected(last.error());
        if (!*last)
            return fail(FailureCode::StaffBlocked, "for good");
    }
    const bool sameStart = !now.boot.isEmpty() && entry.lastFailure.boot == now.boot;
    const auto passed = sameStart ? now.uptime - entry.lastFailure.uptime : now.uptime;
    return blockAfter(entry.failures) - passed;
}

/// Refuses while blocked; else notes the try as a failure, which signIn() takes back when the PIN was right.
Result<StaffRegister::Entry> StaffRegister::countTry(const QString& id)
{
    std::optional<Entry> found;
    const Result<void> counted = m_database.transaction([&]() -> Result<void> {
        const Result<Entry> known = entry(id);
        if (!known)
            return tl::unexpected(known.error());
        const Instant now = m_clock();
        const Result<std::chrono::seconds> left = leftToWait(*known, now);
        if (!left)
            return tl::unexpected(left.error());
        if (left->count() > 0)
            return fail(FailureCode::StaffBlocked, std::to_string(left->count()) + " s");
        found = *known;
        return m_database
            .run(QStringLiteral("UPDATE staff SET failures = failures + 1, last_failure = ?, boot = ? WHERE id = ?"),
                 {qlonglong(now.uptime.count()), now.boot, id})
            .map([](const QSqlQuery&) {});
    });
    if (!counted)
        return tl::unexpected(counted.error());
    return *found;
}

Result<StaffMember> StaffRegister::signIn(const QString& id, const SecretText& pin)
{
    const Result<Entry> known = countTry(id);
    if (!known) {
        // How long it takes must not tell which numbers there are.
        if (known.error().code == FailureCode::StaffPinWrong)
            static_cast<void>(matchesPin(pin, nobodysHash()));
        return tl::unexpected(known.error());
    }
    if (!matchesPin(pin, known->pinHash))
        return fail(FailureCode::StaffPinWrong);
    const Result<QSqlQuery> forgiven =
        m_database.run(QStringLiteral("UPDATE staff SET failures = 0, last_failure = 0 WHERE id = ?"), {id});
    if (!forgiven)
        return tl::unexpected(forgiven.error());
    return known->member;
}

} // namespace chinhchu::app
