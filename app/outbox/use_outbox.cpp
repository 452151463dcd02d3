// Each piece of work on the queue: on the file that stands under its name, and not while another is put there.

#include "app/outbox/sqlite_outbox.h"
#include "app/outbox/sqlite_words.h"

namespace chinhchu::app {

namespace {

/// A file that is replaced again and again within one piece of work is not a queue.
constexpr int MostReplacements = 3;

} // namespace

Result<void> SqliteOutbox::reopen()
{
    return use(OpenQueue::open(m_file));
}

Result<void> SqliteOutbox::use(Result<std::unique_ptr<OpenQueue>> opened)
{
    if (!opened)
        return tl::unexpected(opened.error());
    m_checkpointer.reset(); // it has the old file open
    m_queue = *std::move(opened);
    m_checkpointer = std::make_unique<Checkpointer>(m_file);
    auto found = m_queue->database.run(
        "SELECT aside, taken_over, complete FROM recovery WHERE told = 0 ORDER BY rowid DESC LIMIT 1");
    if (!found)
        return nothing(found);
    m_recovery.reset();
    if (found->next())
        m_recovery =
            Recovery{m_folder + '/' + found->value(0).toString(), found->value(1).toInt(), found->value(2).toBool()};
    return {};
}

/// Nothing is told to be kept that was written into a file that has been put aside.
Result<void> SqliteOutbox::begin()
{
    if (m_uses > 0) {
        ++m_uses;
        return {};
    }
    for (int time = 0; time < MostReplacements; ++time) {
        if (auto taken = m_lock->take(QueueLock::Kind::Shared); !taken)
            return taken;
        if (FileIdentity::of(m_file) == m_queue->identity) {
            m_uses = 1;
            return {};
        }
        m_lock->giveBack();
        if (auto opened = reopen(); !opened)
            return opened;
    }
    return fail(FailureCode::StorageFailed, "outbox: its file changes all the time");
}

void SqliteOutbox::end()
{
    if (--m_uses == 0)
        m_lock->giveBack();
}

Result<QSqlQuery> SqliteOutbox::run(const QString& statement, const QVariantList& values)
{
    if (auto begun = begin(); !begun)
        return tl::unexpected(begun.error());
    auto done = m_queue->database.run(statement, values);
    end();
    return done;
}

Result<void> SqliteOutbox::transaction(const std::function<Result<void>()>& steps)
{
    if (auto begun = begin(); !begun)
        return begun;
    auto done = m_queue->database.transaction(steps);
    end();
    return done;
}

Result<void> SqliteOutbox::recoveryTold()
{
    m_recovery.reset();
    return nothing(run("UPDATE recovery SET told = 1 WHERE told = 0"));
}

Result<std::vector<Outbox::Recovery>> SqliteOutbox::recoveries()
{
    auto rows = run("SELECT aside, taken_over, complete FROM recovery ORDER BY rowid");
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Recovery> found;
    while (rows->next())
        found.push_back({m_folder + '/' + rows->value(0).toString(), rows->value(1).toInt(), rows->value(2).toBool()});
    if (auto all = readToTheEnd(*rows); !all)
        return tl::unexpected(all.error());
    return found;
}

} // namespace chinhchu::app
