#pragma once

#include <QList>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QThreadStorage>
#include <QVariant>

#include <functional>
#include <memory>
#include <stdexcept>
#include <unordered_map>

namespace chinhchu::sandbox {

/// The database does not answer or does not understand. Caught by the router, which answers 503.
struct StoreError : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

using Row = QVariantList;
using Rows = QList<Row>;

/// One connection, used by one thread. Statements are prepared once and kept.
class Connection
{
public:
    Connection(const QString& driver, const QString& database, const QString& options);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Rows run(const QString& sql, const QVariantList& values = {});
    /// How many rows the statement changed.
    int change(const QString& sql, const QVariantList& values = {});
    /// A statement that is run once and not prepared: PostgreSQL prepares no CREATE.
    void define(const QString& sql);
    /// All of @p work or nothing.
    void transaction(const std::function<void()>& work);

    [[nodiscard]] bool isPostgres() const { return m_postgres; }

private:
    QSqlQuery& execute(const QString& sql, const QVariantList& values);
    void reopenIfLost();

    QString m_name;
    bool m_postgres;
    QSqlDatabase m_database;
    std::unordered_map<QString, QSqlQuery> m_prepared;
};

/// SQLite or PostgreSQL behind the same statements: texts, integers and byte strings only; times are RFC 3339 in UTC,
/// so that their order as texts is their order in time.
class Database
{
public:
    /// "sqlite:FILE" or "postgres:KEYWORDS" (libpq). Makes the tables that are missing. Throws StoreError.
    explicit Database(const QString& specification);
    ~Database();

    /// The connection of the calling thread.
    Connection& here();

private:
    QString m_driver;
    QString m_database;
    QString m_options;
    QThreadStorage<Connection*> m_connections;
};

} // namespace chinhchu::sandbox
