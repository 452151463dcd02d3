#include "app/outbox/open_queue.h"
#include "app/outbox/outbox_schema.h"
#include "app/outbox/queue_lock.h"
#include "app/outbox/recover_outbox.h"
#include "app/outbox/sqlite_outbox.h"
#include "app/outbox/sqlite_words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace chinhchu::app {

namespace {

/// Every small row, one in memory at a time: a queue may be long. Cheap, and damage of the pages that matter most shows.
Result<void> readThrough(Database& database)
{
    auto rows = database.run("SELECT id, state, created, size, attempts, next_attempt, last_error, receipt_number,"
                             " received, verdict FROM binding ORDER BY seq");
    if (!rows)
        return nothing(rows);
    while (rows->next()) {
    }
    return readToTheEnd(*rows);
}

Result<std::unique_ptr<OpenQueue>> openSound(const QString& file)
{
    auto database = Database::open(file);
    if (!database)
        return tl::unexpected(database.error());
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    if (auto migrated = migrateOutbox(*database); !migrated)
        return tl::unexpected(migrated.error());
    if (auto read = readThrough(*database); !read)
        return tl::unexpected(read.error());
    const auto identity = FileIdentity::of(file);
    if (!identity)
        return fail(FailureCode::StorageFailed, "outbox: its file has gone");
    return std::unique_ptr<OpenQueue>(new OpenQueue{*std::move(database), *identity});
}

} // namespace

std::optional<FileIdentity> FileIdentity::of(const QString& file)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(file).constData(), &found) != 0)
        return std::nullopt;
    return FileIdentity{found.st_dev, found.st_ino};
}

bool isDamage(const Failure& failure)
{
    return failure.detail.find("malformed") != std::string::npos ||
           failure.detail.find("not a database") != std::string::npos;
}

Result<std::unique_ptr<OpenQueue>> OpenQueue::open(const QString& file)
{
    const auto lock = QueueLock::open(file + ".lock");
    if (!lock)
        return tl::unexpected(lock.error());
    {
        const auto shared = QueueHold::take(**lock, QueueLock::Kind::Shared);
        if (!shared)
            return tl::unexpected(shared.error());
        auto queue = openSound(file);
        if (queue || !isDamage(queue.error()))
            return queue;
    }
    const auto alone = QueueHold::take(**lock, QueueLock::Kind::Alone);
    if (!alone)
        return tl::unexpected(alone.error());
    // Another process may have recovered it while this one waited.
    auto queue = openSound(file);
    if (queue || !isDamage(queue.error()))
        return queue;
    if (auto recovered = recoverOutbox(file); !recovered)
        return tl::unexpected(recovered.error());
    return openSound(file);
}

Result<std::unique_ptr<OpenQueue>> OpenQueue::recover(const QString& file, const FileIdentity& damaged)
{
    const auto lock = QueueLock::open(file + ".lock");
    if (!lock)
        return tl::unexpected(lock.error());
    const auto alone = QueueHold::take(**lock, QueueLock::Kind::Alone);
    if (!alone)
        return tl::unexpected(alone.error());
    if (FileIdentity::of(file) == damaged)
        if (auto recovered = recoverOutbox(file); !recovered)
            return tl::unexpected(recovered.error());
    return openSound(file);
}

Result<std::unique_ptr<Outbox>> Outbox::open(const QString& file)
{
    if (!QDir().mkpath(QFileInfo(file).absolutePath()))
        return fail(FailureCode::StorageFailed, "outbox: cannot make its folder");
    auto lock = QueueLock::open(file + ".lock");
    if (!lock)
        return tl::unexpected(lock.error());
    auto outbox = std::make_unique<SqliteOutbox>(file, *std::move(lock));
    if (auto opened = outbox->reopen(); !opened)
        return tl::unexpected(opened.error());
    return outbox;
}

} // namespace chinhchu::app
