#include "store/bindings.h"

#include "http/json_reader.h"

#include <QTimeZone>

namespace chinhchu::sandbox {

namespace {

QString stored(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("") : text;
}

QString joined(const QStringList& reasons)
{
    return stored(reasons.join(QLatin1Char(' ')));
}

} // namespace

QString Binding::receiptNumber() const
{
    constexpr int vietnam = 7 * 3600;
    const QString day = receivedAt.toOffsetFromUtc(vietnam).toString(QStringLiteral("yyyyMMdd"));
    return QStringLiteral("CC-%1-%2").arg(day).arg(id, 6, 10, QLatin1Char('0'));
}

std::optional<Binding> Bindings::find(const QString& bindingId)
{
    const Rows rows =
        m_connection.run(QStringLiteral("SELECT id, binding_id, device_id, session_id, person, payload_sha256, state, "
                                        "reasons, received_at, face_compared FROM bindings WHERE binding_id = ?"),
                         {bindingId});
    if (rows.isEmpty())
        return {};
    const Row& row = rows.first();
    return Binding{row[0].toLongLong(),
                   row[1].toString(),
                   row[2].toString(),
                   row[3].toString(),
                   row[4].toString(),
                   row[5].toByteArray(),
                   row[6].toString(),
                   row[7].toString().split(QLatin1Char(' '), Qt::SkipEmptyParts),
                   QDateTime::fromString(row[8].toString(), Qt::ISODateWithMs),
                   row[9].toString()};
}

bool Bindings::insert(Binding& binding, const QByteArray& sealed)
{
    const Rows rows = m_connection.run(
        QStringLiteral(
            "INSERT INTO bindings (binding_id, device_id, session_id, person, payload_sha256, sealed, state, reasons, "
            "received_at, face_compared) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (binding_id) DO NOTHING RETURNING id"),
        {binding.bindingId, binding.deviceId, stored(binding.sessionId), stored(binding.person), binding.payloadSha256,
         sealed, binding.state, joined(binding.reasons), toText(binding.receivedAt), stored(binding.faceCompared)});
    if (rows.isEmpty())
        return false;
    binding.id = rows.first().first().toLongLong();
    return true;
}

QByteArray Bindings::sealed(const QString& bindingId)
{
    const Rows rows = m_connection.run(QStringLiteral("SELECT sealed FROM bindings WHERE binding_id = ?"), {bindingId});
    return rows.isEmpty() ? QByteArray() : rows.first().first().toByteArray();
}

void Bindings::decide(const Binding& binding)
{
    m_connection.change(
        QStringLiteral("UPDATE bindings SET state = ?, reasons = ?, session_id = ?, person = ?, face_compared = ? "
                       "WHERE binding_id = ?"),
        {binding.state, joined(binding.reasons), stored(binding.sessionId), stored(binding.person),
         stored(binding.faceCompared), binding.bindingId});
}

} // namespace chinhchu::sandbox
