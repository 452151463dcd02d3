#pragma once

#include "store/connection.h"

#include <QThreadStorage>

#include <memory>

namespace chinhchu::sandbox {

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
    [[nodiscard]] std::unique_ptr<Connection> connect() const;

    bool m_postgres = false;
    QString m_where; ///< a file, or libpq's keywords
    QThreadStorage<Connection*> m_connections;
};

} // namespace chinhchu::sandbox
