#include "store/audit_heads.h"

namespace chinhchu::sandbox {

bool AuditHeads::report(const QString& deviceId, const QByteArray& head)
{
    const qint64 size = head.left(head.indexOf(':')).toLongLong();
    const QString root = QString::fromLatin1(head.mid(head.indexOf(':') + 1));
    // A look first: all submissions of one round carry the same head, and a row that is written by all of them would
    // make them wait for each other.
    const auto known = [&] {
        return m_connection.run(QStringLiteral("SELECT size, root FROM audit_heads WHERE device_id = ?"), {deviceId});
    };
    Rows rows = known();
    if (rows.isEmpty() || rows.first()[0].toLongLong() < size) {
        m_connection.change(
            QStringLiteral(
                "INSERT INTO audit_heads (device_id, size, root) VALUES (?, ?, ?) ON CONFLICT (device_id) DO "
                "UPDATE SET size = excluded.size, root = excluded.root WHERE audit_heads.size < excluded.size"),
            {deviceId, size, root});
        rows = known();
    }
    return rows.isEmpty() || rows.first()[0].toLongLong() != size || rows.first()[1].toString() == root;
}

} // namespace chinhchu::sandbox
