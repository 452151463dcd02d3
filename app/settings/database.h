#pragma once

#include "resources/base/failure.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

namespace chinhchu::app {

/// One connection to an SQLite file of this device, with the settings every connection must have. For the thread that
/// made it.
class Database
{
public:
    static Result<Database> open(const QString& file);
    ~Database();
    Database(Database&& other) noexcept;
    Database& operator=(Database&&) = delete;

    /// Runs one statement; STORAGE_FAILED with SQLite's words.
    Result<QSqlQuery> run(const QString& statement, const QVariantList& values = {});

    /// Runs @p steps in one transaction that takes the write lock at once; rolled back when they fail.
    template <class Steps>
    Result<void> transaction(Steps steps)
    {
        if (auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
            return tl::unexpected(begun.error());
        Result<void> done = steps();
        if (done) {
            if (auto committed = run(QStringLiteral("COMMIT")); committed)
                return {};
            else
                done = tl::unexpected(committed.error());
        }
        run(QStringLiteral("ROLLBACK"));
        return done;
    }

private:
    explicit Database(QString connection)
        : m_connection(std::move(connection))
    {
    }
    Result<void> prepare();

    QString m_connection;
};

} // namespace chinhchu::app
