#pragma once

#include "store/connection.h"

#include <libpq-fe.h>

#include <memory>
#include <unordered_map>

namespace chinhchu::sandbox {

/// PostgreSQL through its own library: evidence travels as bytes. Qt's driver writes it into the text of each statement,
/// twice as long, for the server to read through.
class PostgresConnection final : public Connection
{
public:
    /// @p keywords as libpq takes them: "host=... dbname=...".
    explicit PostgresConnection(const QString& keywords);

    Rows run(const QString& sql, const QVariantList& values) override;
    int change(const QString& sql, const QVariantList& values) override;
    void define(const QString& sql) override;
    [[nodiscard]] bool isPostgres() const override { return true; }

protected:
    void begin() override;
    void commit() override;
    void rollback() noexcept override;

private:
    template <auto release>
    struct Release
    {
        template <class T>
        void operator()(T* object) const
        {
            release(object);
        }
    };
    using Handle = std::unique_ptr<PGconn, Release<PQfinish>>;
    using Result = std::unique_ptr<PGresult, Release<PQclear>>;

    void reopenIfLost();
    /// The name of the prepared statement.
    const QByteArray& prepared(const QString& sql);
    Result execute(const QString& sql, const QVariantList& values);
    Result checked(PGresult* result, const char* what) const;

    Handle m_handle;
    std::unordered_map<QString, QByteArray> m_prepared;
};

} // namespace chinhchu::sandbox
