#pragma once

#include "store/database.h"

#include <QDateTime>

#include <optional>

namespace chinhchu::sandbox {

/// A number used once, given to one device; for a session known by name, or (empty) from a batch for work without
/// network.
struct Nonce
{
    QString id;
    QByteArray nonce;
    QString deviceId;
    QString sessionId;
    QDateTime issuedAt;
    QDateTime expiresAt;
    QString usedBy; ///< binding that used it; empty while unused
};

class Nonces
{
public:
    explicit Nonces(Connection& connection)
        : m_connection(connection)
    {
    }

    /// 32 random bytes under a new id.
    Nonce issue(const QString& deviceId, const QString& sessionId, const QDateTime& now, int validSeconds);
    std::optional<Nonce> find(const QString& id);
    /// False if somebody used it before.
    bool use(const QString& id, const QString& bindingId);

private:
    Connection& m_connection;
};

} // namespace chinhchu::sandbox
