#include "store/nonces.h"

#include "http/json_reader.h"

#include <QUuid>

#include <openssl/rand.h>

namespace chinhchu::sandbox {

Nonce Nonces::issue(const QString& deviceId, const QString& sessionId, const QDateTime& now, int validSeconds)
{
    Nonce nonce{QUuid::createUuid().toString(QUuid::WithoutBraces),
                QByteArray(32, '\0'),
                deviceId,
                sessionId,
                now,
                now.addSecs(validSeconds),
                {}};
    if (RAND_bytes(reinterpret_cast<unsigned char*>(nonce.nonce.data()), int(nonce.nonce.size())) != 1)
        throw StoreError("no random numbers");
    m_connection.change(
        QStringLiteral("INSERT INTO nonces (id, nonce, device_id, session_id, issued_at, expires_at, used_by) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {nonce.id, nonce.nonce, deviceId, sessionId.isEmpty() ? QStringLiteral("") : sessionId, toText(nonce.issuedAt),
         toText(nonce.expiresAt), QStringLiteral("")});
    return nonce;
}

std::optional<Nonce> Nonces::find(const QString& id)
{
    const Rows rows = m_connection.run(
        QStringLiteral(
            "SELECT id, nonce, device_id, session_id, issued_at, expires_at, used_by FROM nonces WHERE id = ?"),
        {id});
    if (rows.isEmpty())
        return {};
    const Row& row = rows.first();
    return Nonce{row[0].toString(),
                 row[1].toByteArray(),
                 row[2].toString(),
                 row[3].toString(),
                 QDateTime::fromString(row[4].toString(), Qt::ISODateWithMs),
                 QDateTime::fromString(row[5].toString(), Qt::ISODateWithMs),
                 row[6].toString()};
}

bool Nonces::use(const QString& id, const QString& bindingId)
{
    return m_connection.change(QStringLiteral("UPDATE nonces SET used_by = ? WHERE id = ? AND used_by = ''"),
                               {bindingId, id}) == 1;
}

} // namespace chinhchu::sandbox
