#include "app/outbox/sqlite_outbox.h"

#include "app/outbox/sqlite_words.h"
#include "app/settings/free_space.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>

#include <climits>
#include <span>

namespace chinhchu::app {

namespace {

constexpr int SchemaVersion = 3;

/// Enough for the sessions that are under way and for the log.
constexpr qint64 LeastFree = 100LL * 1024 * 1024;

constexpr const char* Schema[] = {
    "CREATE TABLE binding ("
    " seq INTEGER PRIMARY KEY AUTOINCREMENT,"
    " id TEXT NOT NULL UNIQUE,"
    " state INTEGER NOT NULL,"   // Outbox::State
    " created INTEGER NOT NULL," // times: milliseconds since 1970, UTC
    " size INTEGER NOT NULL,"
    " attempts INTEGER NOT NULL DEFAULT 0,"
    " next_attempt INTEGER NOT NULL,"
    " last_error TEXT NOT NULL DEFAULT '',"
    " receipt_number TEXT NOT NULL DEFAULT '',"
    " received INTEGER,"
    " verdict INTEGER NOT NULL DEFAULT 0," // BindingReceipt::State, once delivered
    " untold INTEGER NOT NULL DEFAULT 0)", // UntoldBit
    "CREATE INDEX binding_waiting ON binding (seq) WHERE state = 0",
    "CREATE INDEX binding_undecided ON binding (seq) WHERE state = 2 AND verdict = 0",
    "CREATE TABLE evidence (seq INTEGER PRIMARY KEY REFERENCES binding, sealed BLOB NOT NULL)",
    "CREATE INDEX binding_untold ON binding (seq) WHERE untold <> 0",
    "CREATE TABLE trail (told_up_to INTEGER NOT NULL)",
    "INSERT INTO trail VALUES (0)",
};

/// From version 1, which did not keep what the carrier decided: each delivered binding is asked about once more.
constexpr const char* FromVersion1[] = {
    "ALTER TABLE binding ADD COLUMN verdict INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX binding_undecided ON binding (seq) WHERE state = 2 AND verdict = 0",
};

/// From version 2, which left it to the sessions to tell the trail: the next courier looks through all of it and tells what
/// is missing.
constexpr const char* FromVersion2[] = {
    "ALTER TABLE binding ADD COLUMN untold INTEGER NOT NULL DEFAULT 0",
    "UPDATE binding SET untold = (CASE WHEN receipt_number <> '' THEN 1 ELSE 0 END)" // UntoldDelivered
    " + (CASE WHEN state = 2 AND verdict = 1 THEN 2 WHEN state = 1 THEN 4 ELSE 0 END)",
    "CREATE INDEX binding_untold ON binding (seq) WHERE untold <> 0",
    "CREATE TABLE trail (told_up_to INTEGER NOT NULL)",
    "INSERT INTO trail VALUES (0)",
};

const QString EntryColumns =
    QStringLiteral("id, state, created, size, attempts, next_attempt, last_error, receipt_number, verdict");

/// A damaged page ends the rows as if there were no more; only the error tells.
Result<void> readToTheEnd(const QSqlQuery& rows)
{
    if (rows.lastError().isValid())
        return fail(FailureCode::StorageFailed, "outbox: " + rows.lastError().text().toStdString());
    return {};
}

Outbox::Entry entryIn(const QSqlQuery& row)
{
    Outbox::Entry entry;
    entry.bindingId = row.value(0).toString();
    entry.state = static_cast<Outbox::State>(row.value(1).toInt());
    entry.createdAt = QDateTime::fromMSecsSinceEpoch(row.value(2).toLongLong());
    entry.size = row.value(3).toLongLong();
    entry.attempts = row.value(4).toInt();
    if (entry.state == Outbox::State::Waiting)
        entry.nextAttempt = QDateTime::fromMSecsSinceEpoch(row.value(5).toLongLong());
    entry.lastError = row.value(6).toString();
    entry.receiptNumber = row.value(7).toString();
    entry.verdict = static_cast<BindingReceipt::State>(row.value(8).toInt());
    return entry;
}

Result<std::vector<QString>> idsIn(Result<QSqlQuery> rows)
{
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<QString> ids;
    while (rows->next())
        ids.push_back(rows->value(0).toString());
    if (auto all = readToTheEnd(*rows); !all)
        return tl::unexpected(all.error());
    return ids;
}
} // namespace

SqliteOutbox::SqliteOutbox(Database database, const QString& file)
    : m_database(std::move(database))
    , m_file(file)
    , m_folder(QFileInfo(file).absolutePath())
    , m_checkpointer(file)
{
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
}

Result<void> SqliteOutbox::checkRoom()
{
    auto waiting = m_database.run("SELECT count(*) FROM binding WHERE state = 0");
    if (!waiting || !waiting->next())
        return nothing(waiting);
    if (waiting->value(0).toInt() >= MostWaiting)
        return fail(FailureCode::OutboxFull, waiting->value(0).toString().toStdString() + " are waiting");
    const qint64 free = freeBytes(m_folder);
    if (free < LeastFree)
        return fail(FailureCode::StorageFailed, "outbox: " + std::to_string(free) + " bytes free");
    return {};
}

Result<void> SqliteOutbox::migrate()
{
    return m_database.transaction([this]() -> Result<void> {
        auto version = m_database.run("PRAGMA user_version");
        if (!version || !version->next())
            return nothing(version);
        const int found = version->value(0).toInt();
        version->finish();
        return found == SchemaVersion ? Result<void>() : upgrade(found);
    });
}

Result<void> SqliteOutbox::upgrade(int found)
{
    using Steps = std::span<const char* const>;
    std::vector<Steps> all;
    if (found == 0)
        all = {Schema};
    else if (found == 1)
        all = {FromVersion1, FromVersion2};
    else if (found == 2)
        all = {FromVersion2};
    else
        return fail(FailureCode::StorageFailed, "outbox: written by a newer version of this program");
    for (const Steps& steps : all)
        for (const char* statement : steps)
            if (auto made = m_database.run(QString::fromLatin1(statement)); !made)
                return nothing(made);
    return nothing(m_database.run(QStringLiteral("PRAGMA user_version=%1").arg(SchemaVersion)));
}

Result<void> SqliteOutbox::enqueue(const QString& bindingId, const QByteArray& sealedEvidence)
{
    auto stored = m_database.transaction([&]() -> Result<void> {
        auto existing = m_database.run("SELECT 1 FROM binding WHERE id = ?", {bindingId});
        if (!existing)
            return nothing(existing);
        if (existing->next()) {
            existing->finish();
            return isAlreadyHere(bindingId, sealedEvidence);
        }
        return insert(bindingId, sealedEvidence);
    });
    m_checkpointer.wake();
    return stored;
}

/// The same binding twice is one binding; another evidence under the same key would break exactly-once.
Result<void> SqliteOutbox::isAlreadyHere(const QString& bindingId, const QByteArray& sealedEvidence)
{
    const auto stored = this->sealedEvidence(bindingId);
    if (stored && *stored == sealedEvidence)
        return {};
    return storageFailed(bindingId, "is already used");
}

Result<void> SqliteOutbox::insert(const QString& bindingId, const QByteArray& sealedEvidence)
{
    auto row = m_database.run("INSERT INTO binding (id, state, created, size, next_attempt) VALUES (?, ?, ?, ?, ?)",
                              {bindingId, int(State::Waiting), millisecondsNow(), qint64(sealedEvidence.size()), millisecondsNow()});
    if (!row)
        return nothing(row);
    return nothing(
        m_database.run("INSERT INTO evidence (seq, sealed) VALUES (?, ?)", {row->lastInsertId(), sealedEvidence}));
}

Result<void> SqliteOutbox::readThrough()
{
    // One row in memory at a time: a queue may be long.
    auto rows = m_database.run("SELECT " + EntryColumns + " FROM binding ORDER BY seq");
    if (!rows)
        return nothing(rows);
    while (rows->next()) {
    }
    return readToTheEnd(*rows);
}

Result<std::vector<Outbox::Entry>> SqliteOutbox::list()
{
    auto rows = m_database.run("SELECT " + EntryColumns + " FROM binding ORDER BY seq");
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Entry> entries;
    while (rows->next())
        entries.push_back(entryIn(*rows));
    if (auto all = readToTheEnd(*rows); !all)
        return tl::unexpected(all.error());
    return entries;
}

Result<std::vector<QString>> SqliteOutbox::due(const QDateTime& now)
{
    // A time further away than the longest delay was never planned: the clock has jumped back since.
    const qint64 at = now.isValid() ? now.toMSecsSinceEpoch() : LLONG_MAX;
    const qint64 furthest = now.isValid() ? at + m_schedule.cap.count() : LLONG_MAX;
    return idsIn(m_database.run("SELECT id FROM binding WHERE state = 0 AND (next_attempt <= ? OR next_attempt > ?)"
                                " ORDER BY seq",
                                {at, furthest}));
}

Result<std::vector<QString>> SqliteOutbox::undecided(int most)
{
    return idsIn(
        m_database.run("SELECT id FROM binding WHERE state = 2 AND verdict = 0 ORDER BY seq DESC LIMIT ?", {most}));
}

Result<Outbox::Entry> SqliteOutbox::entry(const QString& bindingId)
{
    auto row = m_database.run("SELECT " + EntryColumns + " FROM binding WHERE id = ?", {bindingId});
    if (!row)
        return tl::unexpected(row.error());
    if (!row->next())
        return storageFailed(bindingId, "is not here");
    return entryIn(*row);
}

Result<QByteArray> SqliteOutbox::sealedEvidence(const QString& bindingId)
{
    auto row = m_database.run("SELECT sealed FROM evidence JOIN binding USING (seq) WHERE id = ?", {bindingId});
    if (!row)
        return tl::unexpected(row.error());
    if (!row->next())
        return storageFailed(bindingId, "is not here");
    return row->value(0).toByteArray();
}

Result<int> SqliteOutbox::countUndecided()
{
    auto count = m_database.run("SELECT count(*) FROM binding WHERE state = 2 AND verdict = 0");
    if (!count)
        return tl::unexpected(count.error());
    if (!count->next())
        return storageFailed("undecided bindings", "cannot be counted");
    return count->value(0).toInt();
}

Result<bool> SqliteOutbox::takeTurn()
{
    auto turn = TurnLock::tryTake(m_file + ".turn");
    if (!turn)
        return tl::unexpected(turn.error());
    m_turn = *std::move(turn);
    return m_turn != nullptr;
}

} // namespace chinhchu::app
