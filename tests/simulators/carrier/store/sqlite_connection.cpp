#include "store/sqlite_connection.h"

#include <QSqlError>
#include <QSqlRecord>
#include <QUuid>

namespace chinhchu::sandbox {

namespace {

[[noreturn]] void complain(const char* what, const QSqlError& error)
{
    throw StoreError(std::string(what) + ": " + error.text().toStdString());
}

} // namespace

SqliteConnection::SqliteConnection(const QString& file)
    : m_name(QUuid::createUuid().toString())
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{
    m_database.setDatabaseName(file);
    m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    reopenIfLost();
}

SqliteConnection::~SqliteConnection()
{
    m_prepared.clear();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

void SqliteConnection::reopenIfLost()
{
    if (m_database.isOpen())
        return;
    m_prepared.clear();
    if (!m_database.open())
        complain("cannot open the database", m_database.lastError());
    for (const char* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL", "PRAGMA foreign_keys=ON"})
        QSqlQuery(m_database).exec(QString::fromLatin1(pragma));
}

QSqlQuery& SqliteConnection::execute(const QString& sql, const QVariantList& values)
{
    reopenIfLost();
    auto found = m_prepared.find(sql);
    if (found == m_prepared.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(sql))
            complain("cannot prepare", query.lastError());
        found = m_prepared.emplace(sql, std::move(query)).first;
    }
    QSqlQuery& query = found->second;
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (!query.exec())
        complain("cannot execute", query.lastError());
    return query;
}

Rows SqliteConnection::run(const QString& sql, const QVariantList& values)
{
    QSqlQuery& query = execute(sql, values);
    const int columns = query.record().count();
    Rows rows;
    while (query.next()) {
        Row row;
        for (int i = 0; i < columns; ++i)
            row.append(query.value(i));
        rows.append(row);
    }
    query.finish();
    return rows;
}

int SqliteConnection::change(const QString& sql, const QVariantList& values)
{
    QSqlQuery& query = execute(sql, values);
    const int changed = query.numRowsAffected();
    query.finish();
    return changed;
}

void SqliteConnection::define(const QString& sql)
{
    reopenIfLost();
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        complain("cannot define", query.lastError());
}

void SqliteConnection::begin()
{
    reopenIfLost();
    if (!m_database.transaction())
        complain("cannot begin", m_database.lastError());
}

void SqliteConnection::commit()
{
    if (!m_database.commit())
        complain("cannot commit", m_database.lastError());
}

void SqliteConnection::rollback() noexcept
{
    m_database.rollback();
}

} // namespace chinhchu::sandbox
