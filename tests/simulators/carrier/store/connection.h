#pragma once

#include <QList>
#include <QString>
#include <QVariant>

#include <functional>
#include <stdexcept>

namespace chinhchu::sandbox {

/// The database does not answer or does not understand. Caught by the router, which answers 503.
struct StoreError : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

using Row = QVariantList;
using Rows = QList<Row>;

/// One connection, used by one thread. Statements are prepared once and kept; "?" stands for a value. One that was lost
/// is made again by the next statement. Everything throws StoreError.
class Connection
{
public:
    Connection() = default;
    virtual ~Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Texts come as QString, integers as qlonglong, byte strings as QByteArray.
    virtual Rows run(const QString& sql, const QVariantList& values = {}) = 0;
    /// How many rows the statement changed.
    virtual int change(const QString& sql, const QVariantList& values = {}) = 0;
    /// A statement that is run once and not prepared: PostgreSQL prepares no CREATE.
    virtual void define(const QString& sql) = 0;
    /// All of @p work or nothing.
    void transaction(const std::function<void()>& work);

    [[nodiscard]] virtual bool isPostgres() const = 0;

protected:
    virtual void begin() = 0;
    virtual void commit() = 0;
    /// Does not throw: what led to it is on its way already.
    virtual void rollback() noexcept = 0;
};

} // namespace chinhchu::sandbox
