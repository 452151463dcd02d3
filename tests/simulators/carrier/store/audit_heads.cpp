#include "store/audit_heads.h"

#include "http/json_reader.h"

namespace chinhchu::sandbox {

namespace {
constexpr int overtakingSeconds = 60;
} // namespace

AuditHeads::Finding AuditHeads::report(const QString& deviceId, const QByteArray& head, const QDateTime& at)
{
    const qint64 size = head.left(head.indexOf(':')).toLongLong();
    const QString root = QString::fromLatin1(head.mid(head.indexOf(':') + 1));
    // A look first: all submissions of one round carry the same head, and a row that is written by all of them would
    // make them wait for each other.
    const auto known = [&] {
        return m_connection.run(QStringLiteral("SELECT size, root, noted_at FROM audit_heads WHERE device_id = ?"),
                                {deviceId});
    };
    Rows rows = known();
    if (rows.isEmpty() || rows.first()[0].toLongLong() < size) {
        m_connection.change(
            QStringLiteral("INSERT INTO audit_heads (device_id, size, root, noted_at) VALUES (?, ?, ?, ?) ON CONFLICT "
                           "(device_id) DO UPDATE SET size = excluded.size, root = excluded.root, noted_at = "
                           "excluded.noted_at WHERE audit_heads.size < excluded.size"),
            {deviceId, size, root, toText(at)});
        rows = known();
    }
    if (rows.isEmpty())
        return Finding::Continues;
    const Row& row = rows.first();
    if (row[0].toLongLong() == size)
        return row[1].toString() == root ? Finding::Continues : Finding::OtherRoot;
    const QDateTime noted = QDateTime::fromString(row[2].toString(), Qt::ISODateWithMs);
    return noted.isValid() && noted.secsTo(at) < overtakingSeconds ? Finding::Continues : Finding::Shorter;
}

void AuditHeads::complain(const QString& bindingId, const QString& deviceId, const QDateTime& at)
{
    m_connection.change(
        QStringLiteral("INSERT INTO audit_complaints (binding_id, device_id, noted_at) VALUES (?, ?, ?) "
                       "ON CONFLICT (binding_id) DO NOTHING"),
        {bindingId, deviceId, toText(at)});
}

bool AuditHeads::complainedOf(const QString& bindingId)
{
    return !m_connection.run(QStringLiteral("SELECT 1 FROM audit_complaints WHERE binding_id = ?"), {bindingId})
                .isEmpty();
}

} // namespace chinhchu::sandbox
