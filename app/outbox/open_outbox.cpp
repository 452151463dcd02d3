#include "app/outbox/sqlite_outbox.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace chinhchu::app {

namespace {

Result<std::unique_ptr<SqliteOutbox>> openSound(const QString& file)
{
    auto database = Database::open(file);
    if (!database)
        return tl::unexpected(database.error());
    auto outbox = std::make_unique<SqliteOutbox>(*std::move(database), file);
    if (auto migrated = outbox->migrate(); !migrated)
        return tl::unexpected(migrated.error());
    // Small rows only: cheap, and damage of the pages that matter most shows at once.
    if (auto read = outbox->readThrough(); !read)
        return tl::unexpected(read.error());
    return outbox;
}

/// SQLite's words for SQLITE_CORRUPT and SQLITE_NOTADB. Any other failure is not cured by putting the file aside.
bool isDamage(const Failure& failure)
{
    return failure.detail.find("malformed") != std::string::npos ||
           failure.detail.find("not a database") != std::string::npos;
}

Result<QString> putAside(const QString& file)
{
    const QString aside =
        file + QStringLiteral(".damaged-") + QDateTime::currentDateTimeUtc().toString("yyyyMMddThhmmsszzz");
    if (!QFile::rename(file, aside))
        return fail(FailureCode::StorageFailed, "outbox: the damaged file cannot be put aside");
    QFile::rename(file + "-wal", aside + "-wal");
    QFile::remove(file + "-shm");
    return aside;
}

} // namespace

Result<std::unique_ptr<Outbox>> Outbox::open(const QString& file)
{
    if (!QDir().mkpath(QFileInfo(file).absolutePath()))
        return fail(FailureCode::StorageFailed, "outbox: cannot make its folder");
    auto outbox = openSound(file);
    if (outbox || !isDamage(outbox.error()))
        return outbox;

    const auto aside = putAside(file);
    if (!aside)
        return tl::unexpected(aside.error());
    outbox = openSound(file);
    if (outbox) {
        if (auto taken = (*outbox)->takeOver(*aside); !taken)
            return tl::unexpected(taken.error());
    }
    return outbox;
}

Result<void> SqliteOutbox::takeOver(const QString& damagedFile)
{
    m_recovery = Recovery{damagedFile, 0};
    auto damaged = Database::open(damagedFile);
    if (!damaged)
        return {}; // nothing in it can be read; it stays beside for the technician
    // Row by row, each by its own look-up: one that lies on a damaged page must not hide those behind it.
    auto highest = damaged->run("SELECT max(seq) FROM evidence");
    const qint64 last = highest && highest->next() ? highest->value(0).toLongLong() : 0;
    for (qint64 seq = 1; seq <= last; ++seq) {
        auto row =
            damaged->run("SELECT id, sealed FROM evidence JOIN binding USING (seq) WHERE seq = ? AND state = 0", {seq});
        if (!row || !row->next())
            continue;
        const QString id = row->value(0).toString();
        const QByteArray sealed = row->value(1).toByteArray();
        // Sent twice is harmless (the key is the same), lost is not.
        if (auto kept = enqueue(id, sealed); !kept && kept.error().detail.find("already used") == std::string::npos)
            return kept;
        ++m_recovery->takenOver;
    }
    return {};
}

} // namespace chinhchu::app
