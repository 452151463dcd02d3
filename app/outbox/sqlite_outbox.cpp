#include "app/outbox/sqlite_outbox.h"

#include "app/outbox/sqlite_words.h"
#include "app/settings/free_space.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>

#include <climits>

namespace chinhchu::app {

namespace {

/// Enough for the sessions that are under way and for the log.
constexpr qint64 LeastFree = 100LL * 1024 * 1024;

const QString EntryColumns =
    QStringLiteral("id, state, created, size, attempts, next_attempt, last_error, receipt_number, verdict");

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

SqliteOutbox::SqliteOutbox(const QString& file, std::unique_ptr<QueueLock> lock)
    : m_file(file)
    , m_folder(QFileInfo(file).absolutePath())
    , m_lock(std::move(lock))
{
}

Result<void> SqliteOutbox::checkRoom()
{
    auto waiting = run("SELECT count(*) FROM binding WHERE state = 0");
    if (!waiting || !waiting->next())
        return nothing(waiting);
    if (waiting->value(0).toInt() >= MostWaiting)
        return fail(FailureCode::OutboxFull, waiting->value(0).toString().toStdString() + " are waiting");
    const qint64 free = freeBytes(m_folder);
    if (free < LeastFree)
        return fail(FailureCode::StorageFailed, "outbox: " + std::to_string(free) + " bytes free");
    return {};
}

Result<void> SqliteOutbox::enqueue(const QString& bindingId, const QByteArray& sealedEvidence)
{
    auto stored = store(bindingId, sealedEvidence);
    if (!stored && isDamage(stored.error()) && m_uses == 0) {
        // A page that opening does not look at. The person has come a long way; what can be read is made a new queue.
        if (auto opened = use(OpenQueue::recover(m_file, m_queue->identity)); !opened)
            return opened;
        stored = store(bindingId, sealedEvidence);
    }
    m_checkpointer->wake();
    return stored;
}

Result<void> SqliteOutbox::store(const QString& bindingId, const QByteArray& sealedEvidence)
{
    return transaction([&]() -> Result<void> {
        auto existing = run("SELECT 1 FROM binding WHERE id = ?", {bindingId});
        if (!existing)
            return nothing(existing);
        if (existing->next()) {
            existing->finish();
            return isAlreadyHere(bindingId, sealedEvidence);
        }
        return insert(bindingId, sealedEvidence);
    });
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
    auto row = run("INSERT INTO binding (id, state, created, size, next_attempt) VALUES (?, ?, ?, ?, ?)",
                              {bindingId, int(State::Waiting), millisecondsNow(), qint64(sealedEvidence.size()), millisecondsNow()});
    if (!row)
        return nothing(row);
    return nothing(
        run("INSERT INTO evidence (seq, sealed) VALUES (?, ?)", {row->lastInsertId(), sealedEvidence}));
}

Result<std::vector<Outbox::Entry>> SqliteOutbox::list()
{
    auto rows = run("SELECT " + EntryColumns + " FROM binding ORDER BY seq");
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
    const qint64 furthest = now.isValid() ? at + m_schedule.longest.count() : LLONG_MAX;
    return idsIn(run("SELECT id FROM binding WHERE state = 0 AND (next_attempt <= ? OR next_attempt > ?)"
                                " ORDER BY seq",
                                {at, furthest}));
}

Result<std::vector<QString>> SqliteOutbox::undecided(int most)
{
    return idsIn(
        run("SELECT id FROM binding WHERE state = 2 AND verdict = 0 ORDER BY seq DESC LIMIT ?", {most}));
}

Result<Outbox::Entry> SqliteOutbox::entry(const QString& bindingId)
{
    auto row = run("SELECT " + EntryColumns + " FROM binding WHERE id = ?", {bindingId});
    if (!row)
        return tl::unexpected(row.error());
    if (!row->next())
        return storageFailed(bindingId, "is not here");
    return entryIn(*row);
}

Result<QByteArray> SqliteOutbox::sealedEvidence(const QString& bindingId)
{
    auto row = run("SELECT sealed FROM evidence JOIN binding USING (seq) WHERE id = ?", {bindingId});
    if (!row)
        return tl::unexpected(row.error());
    if (!row->next())
        return storageFailed(bindingId, "is not here");
    return row->value(0).toByteArray();
}

Result<int> SqliteOutbox::countUndecided()
{
    auto count = run("SELECT count(*) FROM binding WHERE state = 2 AND verdict = 0");
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
