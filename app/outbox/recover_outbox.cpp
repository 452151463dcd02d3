#include "app/outbox/recover_outbox.h"

#include "app/outbox/open_queue.h"
#include "app/outbox/outbox_schema.h"
#include "app/outbox/salvage.h"
#include "app/outbox/sqlite_words.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace chinhchu::app {

namespace {

tl::unexpected<Failure> notDone(const char* what)
{
    return fail(FailureCode::StorageFailed, std::string("outbox: ") + what + ": " + std::strerror(errno));
}

QByteArray path(const QString& file)
{
    return QFile::encodeName(file);
}

Result<void> flush(const QString& fileOrFolder)
{
    const int descriptor = ::open(path(fileOrFolder).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return notDone("cannot be opened");
    const bool flushed = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return flushed ? Result<void>() : notDone("cannot be flushed");
}

void removeWithLog(const QString& file)
{
    for (const char* suffix : {"", "-wal", "-shm"})
        QFile::remove(file + suffix);
}

/// The name of the file that @p file stands for. After the first recovery it is a link.
QString standsFor(const QString& file)
{
    const QFileInfo info(file);
    return info.isSymLink() ? info.symLinkTarget() : file;
}

/// A second name for the damaged file, which the first one will not be much longer. A recovery that was cut short has
/// given it one already.
Result<QString> keepAside(const QString& file, const QString& damaged, const QString& time)
{
    const QFileInfo info(file);
    QString aside = file + ".damaged-" + time;
    for (const QString& name : info.dir().entryList({info.fileName() + ".damaged-*"}, QDir::Files))
        if (FileIdentity::of(info.dir().filePath(name)) == FileIdentity::of(damaged))
            aside = info.dir().filePath(name);
    if (!QFile::exists(aside) && ::link(path(damaged).constData(), path(aside).constData()) != 0)
        return notDone("the damaged file cannot be kept");
    // What was committed and not yet moved into the file is in its log.
    QFile::remove(aside + "-wal");
    if (QFile::exists(damaged + "-wal") &&
        ::link(path(damaged + "-wal").constData(), path(aside + "-wal").constData()) != 0)
        return notDone("the damaged file's log cannot be kept");
    return aside;
}

/// Files of recoveries that were cut short.
void removeUnfinished(const QString& file, const QString& inUse)
{
    const QFileInfo info(file);
    const QString kept = QFileInfo(inUse).fileName();
    for (const QString& name : info.dir().entryList({info.fileName() + ".since-*"}, QDir::Files))
        if (name != kept && name != kept + "-wal" && name != kept + "-shm")
            QFile::remove(info.dir().filePath(name));
}

Result<void> build(const QString& fresh, const QString& damaged, const QString& aside)
{
    auto made = Database::open(fresh);
    if (!made)
        return tl::unexpected(made.error());
    QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner);
    if (auto migrated = migrateOutbox(*made); !migrated)
        return migrated;
    Salvaged salvaged;
    // When it cannot even be opened, nothing in it can be read; it stays beside for the technician.
    if (auto old = Database::open(damaged)) {
        auto taken = salvage(*old, *made);
        if (!taken)
            return tl::unexpected(taken.error());
        salvaged = *taken;
    }
    auto noted = made->run("INSERT OR REPLACE INTO recovery (aside, taken_over, complete) VALUES (?, ?, ?)",
                           {QFileInfo(aside).fileName(), salvaged.waiting, salvaged.complete ? 1 : 0});
    if (!noted)
        return nothing(noted);
    noted->finish();
    return nothing(made->run("PRAGMA wal_checkpoint(TRUNCATE)"));
}

/// The new queue has a file name, and so a log, of its own, and the old name becomes a link to it: SQLite names the log
/// after the file itself. Whoever has the damaged file open still would otherwise empty, or delete, the log of the new one.
Result<void> putInPlace(const QString& file, const QString& fresh)
{
    const QString link = file + ".since-link";
    QFile::remove(link);
    if (::symlink(path(QFileInfo(fresh).fileName()).constData(), path(link).constData()) != 0)
        return notDone("the new file cannot be linked");
    if (std::rename(path(link).constData(), path(file).constData()) != 0)
        return notDone("the new file cannot be put in place");
    return flush(QFileInfo(file).absolutePath());
}

} // namespace

Result<void> recoverOutbox(const QString& file)
{
    const QString damaged = standsFor(file);
    const QString time = QDateTime::currentDateTimeUtc().toString("yyyyMMddThhmmsszzz");
    const QString fresh = file + ".since-" + time;
    removeUnfinished(file, damaged);
    const auto aside = keepAside(file, damaged, time);
    if (!aside)
        return tl::unexpected(aside.error());
    if (auto built = build(fresh, damaged, *aside); !built) {
        removeWithLog(fresh);
        return built;
    }
    if (auto flushed = flush(fresh); !flushed)
        return flushed;
    if (auto flushed = flush(QFileInfo(file).absolutePath()); !flushed)
        return flushed;
    if (auto placed = putInPlace(file, fresh); !placed)
        return placed;
    // The damaged file has its other name now. Its log goes too; where it was a link's target, so does that name.
    if (damaged != file)
        QFile::remove(damaged);
    for (const char* suffix : {"-wal", "-shm"})
        QFile::remove(damaged + suffix);
    return {};
}

} // namespace chinhchu::app
