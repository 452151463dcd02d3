#include "store/database.h"

#include "store/postgres_connection.h"
#include "store/schema.h"
#include "store/sqlite_connection.h"

namespace chinhchu::sandbox {

void Connection::transaction(const std::function<void()>& work)
{
    begin();
    try {
        work();
        commit();
    } catch (...) {
        rollback();
        throw;
    }
}

Database::Database(const QString& specification)
    : m_postgres(specification.startsWith(QLatin1String("postgres:")))
    , m_where(specification.section(QLatin1Char(':'), 1))
{
    if (m_where.isEmpty() || (!m_postgres && !specification.startsWith(QLatin1String("sqlite:"))))
        throw StoreError("a database is sqlite:FILE or postgres:KEYWORDS");
    makeTables(*connect());
}

Database::~Database()
{
    // The workers' connections went with their threads.
    if (m_connections.hasLocalData())
        m_connections.setLocalData(nullptr);
}

std::unique_ptr<Connection> Database::connect() const
{
    if (m_postgres)
        return std::make_unique<PostgresConnection>(m_where);
    return std::make_unique<SqliteConnection>(m_where);
}

Connection& Database::here()
{
    if (!m_connections.hasLocalData())
        m_connections.setLocalData(connect().release());
    return *m_connections.localData();
}

} // namespace chinhchu::sandbox
