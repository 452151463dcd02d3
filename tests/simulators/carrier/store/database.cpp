#include "store/database.h"

#include "store/schema.h"

#include <QSqlError>
#include <QSqlRecord>
#include <QUuid>

namespace chinhchu::sandbox {

Connection::Connection(const QString& driver, const QString& database, const QString& options)
    : m_name(QUuid::createUuid().toString())
    , m_postgres(driver == QLatin1String("QPSQL"))
    , m_database(QSqlDatabase::addDatabase(driver, m_name))
{
    m_database.setDatabaseName(database);
    m_database.setConnectOptions(options);
    reopenIfLost();
}

Connection::~Connection()
{
    m_prepared.clear();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

void Connection::reopenIfLost()
{
    if (m_database.isOpen())
        return;
    m_prepared.clear();
    if (!m_database.open())
        throw StoreError("cannot open the database: " + m_database.lastError().text().toStdString());
    if (!m_postgres) {
        for (const char* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL", "PRAGMA foreign_keys=ON"})
            QSqlQuery(m_database).exec(QString::fromLatin1(pragma));
    }
}

QSqlQuery& Connection::execute(const QString& sql, const QVariantList& values)
{
    reopenIfLost();
    auto found = m_prepared.find(sql);
    if (found == m_prepared.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(sql)) {
            const std::string complaint = query.lastError().text().toStdString();
            m_database.close();
            throw StoreError("cannot prepare: " + complaint);
        }
        found = m_prepared.emplace(sql, std::move(query)).first;
    }
    QSqlQuery& query = found->second;
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (!query.exec()) {
        const std::string complaint = query.lastError().text().toStdString();
        // The server may be gone; a fresh connection costs little and cures it.
        m_prepared.clear();
        m_database.close();
        throw StoreError("cannot execute: " + complaint);
    }
    return query;
}

Rows Connection::run(const QString& sql, const QVariantList& values)
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

int Connection::change(const QString& sql, const QVariantList& values)
{
    QSqlQuery& query = execute(sql, values);
    const int changed = query.numRowsAffected();
    query.finish();
    return changed;
}

void Connection::define(const QString& sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        throw StoreError("cannot define: " + query.lastError().text().toStdString());
}

void Connection::transaction(const std::function<void()>& work)
{
    reopenIfLost();
    if (!m_database.transaction())
        throw StoreError("cannot begin: " + m_database.lastError().text().toStdString());
    try {
        work();
    } catch (...) {
        m_database.rollback();
        throw;
    }
    if (!m_database.commit()) {
        const std::string complaint = m_database.lastError().text().toStdString();
        m_database.rollback();
        throw StoreError("cannot commit: " + complaint);
    }
}

Database::Database(const QString& specification)
{
    const QString kind = specification.section(QLatin1Char(':'), 0, 0);
    const QString rest = specification.section(QLatin1Char(':'), 1);
    if (kind == QLatin1String("sqlite") && !rest.isEmpty()) {
        m_driver = QStringLiteral("QSQLITE");
        m_database = rest;
        m_options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000");
    } else if (kind == QLatin1String("postgres") && !rest.isEmpty()) {
        m_driver = QStringLiteral("QPSQL");
        // Qt joins the options with blanks again and hands them to libpq as they are.
        m_options = rest.split(QLatin1Char(' '), Qt::SkipEmptyParts).join(QLatin1Char(';'));
    } else {
        throw StoreError("a database is sqlite:FILE or postgres:KEYWORDS");
    }
    const std::unique_ptr<Connection> first(new Connection(m_driver, m_database, m_options));
    makeTables(*first);
}

Database::~Database()
{
    // The workers' connections went with their threads.
    if (m_connections.hasLocalData())
        m_connections.setLocalData(nullptr);
}

Connection& Database::here()
{
    if (!m_connections.hasLocalData())
        m_connections.setLocalData(new Connection(m_driver, m_database, m_options));
    return *m_connections.localData();
}

} // namespace chinhchu::sandbox
