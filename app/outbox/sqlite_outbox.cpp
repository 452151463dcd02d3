#include "app/outbox/sqlite_outbox.h"

#include "app/settings/free_space.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSqlError>

#include <climits>

namespace chinhchu::app {

namespace {

constexpr int SchemaVersion = 1;

/// A village hall's month without network.
constexpr int MostWaiting = 20000;

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
    " received INTEGER)",
    "CREATE INDEX binding_waiting ON binding (seq) WHERE state = 0",
    "CREATE TABLE evidence (seq INTEGER PRIMARY KEY REFERENCES binding, sealed BLOB NOT NULL)",
};

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

tl::unexpected<Failure> storageFailed(const QString& bindingId, const char* why)
{
    return fail(FailureCode::StorageFailed, "outbox: " + bindingId.toStdString() + ' ' + why);
}

/// A damaged page ends the rows as if there were no more; only the error tells.
Result<void> readToTheEnd(const QSqlQuery& rows)
{
    if (rows.lastError().isValid())
        return fail(FailureCode::StorageFailed, "outbox: " + rows.lastError().text().toStdString());
    return {};
}

Result<void> nothing(const Result<QSqlQuery>& done)
{
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

} // namespace

SqliteOutbox::SqliteOutbox(Database database, const QString& file)
    : m_database(std::move(database))
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
        if (found == SchemaVersion)
            return {};
        if (found != 0)
            return fail(FailureCode::StorageFailed, "outbox: written by a newer version of this program");
        for (const char* statement : Schema)
            if (auto made = m_database.run(QString::fromLatin1(statement)); !made)
                return nothing(made);
        return nothing(m_database.run(QStringLiteral("PRAGMA user_version=%1").arg(SchemaVersion)));
    });
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
                              {bindingId, int(State::Waiting), now(), qint64(sealedEvidence.size()), now()});
    if (!row)
        return nothing(row);
    return nothing(
        m_database.run("INSERT INTO evidence (seq, sealed) VALUES (?, ?)", {row->lastInsertId(), sealedEvidence}));
}

Result<std::vector<Outbox::Entry>> SqliteOutbox::list()
{
    auto rows = m_database.run("SELECT id, state, created, size, attempts, next_attempt, last_error, receipt_number"
                               " FROM binding ORDER BY seq");
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Entry> entries;
    while (rows->next()) {
        Entry entry;
        entry.bindingId = rows->value(0).toString();
        entry.state = static_cast<State>(rows->value(1).toInt());
        entry.createdAt = QDateTime::fromMSecsSinceEpoch(rows->value(2).toLongLong());
        entry.size = rows->value(3).toLongLong();
        entry.attempts = rows->value(4).toInt();
        if (entry.state == State::Waiting)
            entry.nextAttempt = QDateTime::fromMSecsSinceEpoch(rows->value(5).toLongLong());
        entry.lastError = rows->value(6).toString();
        entry.receiptNumber = rows->value(7).toString();
        entries.push_back(std::move(entry));
    }
    if (auto all = readToTheEnd(*rows); !all)
        return tl::unexpected(all.error());
    return entries;
}

Result<std::vector<QString>> SqliteOutbox::due(const QDateTime& now)
{
    // A time further away than the longest delay was never planned: the clock has jumped back since.
    const qint64 at = now.isValid() ? now.toMSecsSinceEpoch() : LLONG_MAX;
    const qint64 furthest = now.isValid() ? at + m_schedule.cap.count() : LLONG_MAX;
    auto rows = m_database.run("SELECT id FROM binding WHERE state = 0 AND (next_attempt <= ? OR next_attempt > ?)"
                               " ORDER BY seq",
                               {at, furthest});
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<QString> ids;
    while (rows->next())
        ids.push_back(rows->value(0).toString());
    if (auto all = readToTheEnd(*rows); !all)
        return tl::unexpected(all.error());
    return ids;
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

Result<void> SqliteOutbox::markDelivered(const BindingReceipt& receipt)
{
    auto done = m_database.transaction([&]() -> Result<void> {
        auto updated = m_database.run(
            "UPDATE binding SET state = ?, receipt_number = ?, received = ?, last_error = '', attempts = attempts + 1"
            " WHERE id = ?",
            {int(State::Delivered), receipt.receiptNumber, receipt.receivedAt.toMSecsSinceEpoch(), receipt.bindingId});
        if (!updated)
            return nothing(updated);
        if (updated->numRowsAffected() != 1)
            return storageFailed(receipt.bindingId, "is not here");
        return nothing(m_database.run("DELETE FROM evidence WHERE seq = (SELECT seq FROM binding WHERE id = ?)",
                                      {receipt.bindingId}));
    });
    m_checkpointer.wake();
    return done;
}

Result<void> SqliteOutbox::markRefused(const QString& bindingId, const QString& reason)
{
    return nothing(m_database.run("UPDATE binding SET state = ?, last_error = ?, attempts = attempts + 1"
                                  " WHERE id = ? AND state <> ?",
                                  {int(State::Refused), reason, bindingId, int(State::Delivered)}));
}

Result<void> SqliteOutbox::markFailed(const QString& bindingId, const Failure& failure)
{
    return m_database.transaction([&]() -> Result<void> {
        auto row = m_database.run("SELECT attempts FROM binding WHERE id = ?", {bindingId});
        if (!row)
            return nothing(row);
        if (!row->next())
            return storageFailed(bindingId, "is not here");
        const int attempts = row->value(0).toInt() + 1;
        row->finish();
        const auto delay = m_schedule.delay(attempts, QRandomGenerator::system()->generateDouble());
        const auto code = codeName(failure.code);
        return nothing(m_database.run(
            "UPDATE binding SET attempts = ?, next_attempt = ?, last_error = ? WHERE id = ? AND state = ?",
            {attempts, now() + qint64(delay.count()),
             QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size())), bindingId, int(State::Waiting)}));
    });
}

} // namespace chinhchu::app
