#include "app/outbox/checkpointer.h"

#include "app/settings/database.h"
#include "app/settings/free_space.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <optional>
#include <shared_mutex>
#include <utility>

namespace chinhchu::app {

namespace {

/// Writes come in bursts; one checkpoint after the burst is enough.
constexpr std::chrono::milliseconds Calm{200};

/// A writer waits while pages are given back: a few milliseconds, not more.
constexpr int PagesAtATime = 500;

/// The log is begun anew when all of it is in the database, and who writes without a pause never lets that happen: a
/// queue that was drained once left a log as long as all that was in it. When nobody writes, nobody waits for it to be cut.
constexpr qint64 LongestAtRest = 64LL * 1024 * 1024;
/// A thousand sessions one after the other.
constexpr qint64 LongestInABurst = 256LL * 1024 * 1024;

/// Waits for nobody, and nobody for it.
const QString PassiveCheckpoint = QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)");

/// Gives pages of deleted rows back to the file system. Qt's driver takes one step of the statement, which is one page.
void shrink(Database& database)
{
    auto count = database.run(QStringLiteral("PRAGMA freelist_count"));
    if (!count || !count->next())
        return;
    const int pages = std::min(count->value(0).toInt(), PagesAtATime);
    count->finish();
    if (pages == 0)
        return;
    (void)database.transaction([&]() -> Result<void> {
        for (int page = 0; page < pages; ++page)
            if (auto freed = database.run(QStringLiteral("PRAGMA incremental_vacuum(1)")); !freed)
                return tl::unexpected(freed.error());
        return {};
    });
}

/// Qt closes every connection with the application, on its thread: no checkpoint may be at work then.
std::shared_mutex applicationsEnd;
bool ended = false, watched = false;

void waitForCheckpoints()
{
    const std::unique_lock end(applicationsEnd);
    ended = true;
    watched = false;
}

/// What was added last is called first: before Qt's own, which came with the first connection.
void watchApplicationsEnd()
{
    const std::unique_lock end(applicationsEnd);
    ended = false;
    if (!std::exchange(watched, true))
        qAddPostRoutine(waitForCheckpoints);
}

qint64 lengthOfLog(const QString& file)
{
    return QFileInfo(QFileInfo(file).canonicalFilePath() + "-wal").size();
}

/// What is in the log is in the database once more in the end: on a disk that is nearly full it is kept short.
bool isTooLongForABurst(const QString& file)
{
    return lengthOfLog(file) > std::min(LongestInABurst, freeBytes(QFileInfo(file).absolutePath()) / 2);
}

void checkpoint(std::optional<Database>& database, const QString& file, bool calm)
{
    // What is in the log is safe there until the next start.
    const std::shared_lock working(applicationsEnd);
    if (ended || QCoreApplication::instance() == nullptr)
        return;
    if (!database) {
        auto opened = Database::open(file);
        if (!opened)
            return; // tried again after the next write
        database.emplace(*std::move(opened));
    }
    shrink(*database);
    (void)database->run(PassiveCheckpoint);
    if (calm ? lengthOfLog(file) <= LongestAtRest : !isTooLongForABurst(file))
        return;
    // Who writes waits for the last step, which is short when little was written since the one before.
    (void)database->run(PassiveCheckpoint);
    (void)database->run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

} // namespace

Checkpointer::Checkpointer(QString file)
    : m_file(std::move(file))
    , m_thread([this] { loop(); })
{
    watchApplicationsEnd();
}

Checkpointer::~Checkpointer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void Checkpointer::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = true;
        ++m_writes;
    }
    m_changed.notify_one();
}

/// Who writes in the meantime shares the disk with the checkpoint: it begins when nobody has written for a while, and
/// within a burst only for the length of the log. False in the burst.
bool Checkpointer::waitForCalm(std::unique_lock<std::mutex>& lock)
{
    std::uint64_t seen = m_writes;
    while (!m_changed.wait_for(lock, Calm, [this] { return m_stop; })) {
        if (m_writes == seen)
            return true;
        if (isTooLongForABurst(m_file))
            return false;
        seen = m_writes;
    }
    return true;
}

void Checkpointer::loop()
{
    std::optional<Database> database;
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_wanted || m_stop; });
        const bool calm = waitForCalm(lock);
        if (!m_wanted)
            break;
        m_wanted = false;
        lock.unlock();
        checkpoint(database, m_file, calm);
        lock.lock();
    }
}

} // namespace chinhchu::app
