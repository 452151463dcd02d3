#include "app/settings/database.h"

#include <QSqlError>
#include <QUuid>

#include <utility>

namespace chinhchu::app {

namespace {

tl::unexpected<Failure> storageFailed(const QSqlError& error)
{
    return fail(FailureCode::StorageFailed, "database: " + error.text().toStdString());
}

} // namespace

Result<Database> Database::open(const QString& file)
{
    Database database(QUuid::createUuid().toString(QUuid::WithoutBraces));
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database.m_connection);
    connection.setDatabaseName(file);
    connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    if (!connection.open())
        return storageFailed(connection.lastError());
    if (auto prepared = database.prepare(); !prepared)
        return tl::unexpected(prepared.error());
    return database;
}

Database::Database(Database&& other) noexcept
    : m_connection(std::exchange(other.m_connection, {}))
{
}

Database::~Database()
{
    if (m_connection.isEmpty())
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<void> Database::prepare()
{
    for (const char* statement : {
             "PRAGMA auto_vacuum=INCREMENTAL", // only counts before the first table exists
             "PRAGMA journal_mode=WAL",
             "PRAGMA synchronous=FULL",     // a commit that returned survives a power cut
             "PRAGMA wal_autocheckpoint=0", // the checkpointer does it, off the path of enqueue
             "PRAGMA secure_delete=ON",     // deleting the row is the shredding
             "PRAGMA temp_store=MEMORY",
         })
        if (auto done = run(QString::fromLatin1(statement)); !done)
            return tl::unexpected(done.error());
    return {};
}

Result<QSqlQuery> Database::run(const QString& statement, const QVariantList& values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return storageFailed(query.lastError());
    for (const QVariant& value : values)
        query.addBindValue(value);
    if (!query.exec())
        return storageFailed(query.lastError());
    return query;
}

} // namespace chinhchu::app
