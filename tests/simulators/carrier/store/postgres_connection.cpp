#include "store/postgres_connection.h"

#include <QtEndian>

#include <vector>

namespace chinhchu::sandbox {

namespace {

// pg_type.dat; they never change.
constexpr Oid boolean = 16;
constexpr Oid bytes = 17;
constexpr Oid int8 = 20;
constexpr Oid int4 = 23;
constexpr Oid text = 25;

enum Format
{
    Text = 0,
    Binary = 1
};

/// libpq counts parameters: $1, $2 and so on. No statement here has a question mark of another kind.
QByteArray numbered(const QString& sql)
{
    QByteArray statement;
    int count = 0;
    for (const char letter : sql.toUtf8()) {
        if (letter == '?')
            statement += '$' + QByteArray::number(++count);
        else
            statement += letter;
    }
    return statement;
}

/// The values as libpq wants them; what they point at lives in here.
struct Parameters
{
    explicit Parameters(const QVariantList& values)
    {
        held.reserve(values.size());
        for (const QVariant& value : values) {
            const bool binary = value.userType() == QMetaType::QByteArray;
            held.append(binary ? value.toByteArray() : value.toString().toUtf8());
            pointers.push_back(held.last().constData());
            lengths.push_back(int(held.last().size()));
            formats.push_back(binary ? Binary : Text);
        }
    }
    QList<QByteArray> held;
    std::vector<const char*> pointers;
    std::vector<int> lengths;
    std::vector<int> formats;
};

QVariant cell(const PGresult* result, int row, int column)
{
    if (PQgetisnull(result, row, column) == 1)
        return {};
    const char* data = PQgetvalue(result, row, column);
    const int length = PQgetlength(result, row, column);
    switch (PQftype(result, column)) {
    case bytes:
        return QByteArray(data, length);
    case text:
        return QString::fromUtf8(data, length);
    case int8:
        return qlonglong(qFromBigEndian<qint64>(data));
    case int4:
        return qlonglong(qFromBigEndian<qint32>(data));
    case boolean:
        return *data != 0;
    default:
        throw StoreError("a column of a type that nobody reads here");
    }
}

} // namespace

PostgresConnection::PostgresConnection(const QString& keywords)
    : m_handle(PQconnectdb(keywords.toUtf8().constData()))
{
    if (PQstatus(m_handle.get()) != CONNECTION_OK)
        throw StoreError(std::string("cannot open the database: ") + PQerrorMessage(m_handle.get()));
}

void PostgresConnection::reopenIfLost()
{
    if (PQstatus(m_handle.get()) == CONNECTION_OK)
        return;
    m_prepared.clear();
    PQreset(m_handle.get());
    if (PQstatus(m_handle.get()) != CONNECTION_OK)
        throw StoreError(std::string("cannot open the database: ") + PQerrorMessage(m_handle.get()));
}

PostgresConnection::Result PostgresConnection::checked(PGresult* result, const char* what) const
{
    Result owned(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        throw StoreError(std::string("cannot ") + what + ": " + PQerrorMessage(m_handle.get()));
    return owned;
}

const QByteArray& PostgresConnection::prepared(const QString& sql)
{
    const auto known = m_prepared.find(sql);
    if (known != m_prepared.end())
        return known->second;
    const QByteArray name = "s" + QByteArray::number(qulonglong(m_prepared.size()));
    checked(PQprepare(m_handle.get(), name.constData(), numbered(sql).constData(), 0, nullptr), "prepare");
    return m_prepared.emplace(sql, name).first->second;
}

PostgresConnection::Result PostgresConnection::execute(const QString& sql, const QVariantList& values)
{
    const QByteArray& name = prepared(sql);
    const Parameters given(values);
    return checked(PQexecPrepared(m_handle.get(), name.constData(), int(given.pointers.size()), given.pointers.data(),
                                  given.lengths.data(), given.formats.data(), Binary),
                   "execute");
}

Rows PostgresConnection::run(const QString& sql, const QVariantList& values)
{
    reopenIfLost();
    const Result result = execute(sql, values);
    Rows rows;
    for (int row = 0; row < PQntuples(result.get()); ++row) {
        Row cells;
        for (int column = 0; column < PQnfields(result.get()); ++column)
            cells.append(cell(result.get(), row, column));
        rows.append(cells);
    }
    return rows;
}

int PostgresConnection::change(const QString& sql, const QVariantList& values)
{
    reopenIfLost();
    return QByteArray(PQcmdTuples(execute(sql, values).get())).toInt();
}

void PostgresConnection::define(const QString& sql)
{
    reopenIfLost();
    checked(PQexec(m_handle.get(), sql.toUtf8().constData()), "define");
}

void PostgresConnection::begin()
{
    reopenIfLost();
    checked(PQexec(m_handle.get(), "BEGIN"), "begin");
}

void PostgresConnection::commit()
{
    // The server answers ROLLBACK, and no error, to the COMMIT of a transaction that has failed.
    const Result result = checked(PQexec(m_handle.get(), "COMMIT"), "commit");
    if (QByteArray(PQcmdStatus(result.get())) != "COMMIT")
        throw StoreError("cannot commit: the transaction had failed");
}

void PostgresConnection::rollback() noexcept
{
    PQclear(PQexec(m_handle.get(), "ROLLBACK"));
}

} // namespace chinhchu::sandbox
