#include "store/enrolment_codes.h"

#include "http/json_reader.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace chinhchu::sandbox {

namespace {

QByteArray hashOf(const QString& code)
{
    return QCryptographicHash::hash(code.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

QString EnrolmentCodes::issue(const QString& deviceId, const QDateTime& now, Authority::Point point)
{
    // 80 bits; no letters that are mistaken for digits when somebody reads them aloud.
    constexpr char alphabet[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    QString code;
    for (int i = 0; i < 16; ++i)
        code += QLatin1Char(alphabet[QRandomGenerator::system()->bounded(32)]);
    m_connection.change(
        QStringLiteral("INSERT INTO enrolment_codes (code_sha256, device_id, expires_at, used) VALUES (?, ?, ?, 0)"),
        {hashOf(code), deviceId, toText(now.addDays(7))});
    m_connection.change(QStringLiteral("DELETE FROM own_points WHERE device_id = ?"), {deviceId});
    if (point == Authority::Point::CarrierOwn)
        m_connection.change(QStringLiteral("INSERT INTO own_points (device_id) VALUES (?)"), {deviceId});
    return code;
}

Authority::Point EnrolmentCodes::pointOf(const QString& deviceId)
{
    const Rows rows =
        m_connection.run(QStringLiteral("SELECT device_id FROM own_points WHERE device_id = ?"), {deviceId});
    return rows.isEmpty() ? Authority::Point::Authorised : Authority::Point::CarrierOwn;
}

std::optional<QString> EnrolmentCodes::redeem(const QString& code, const QDateTime& now)
{
    const Rows rows =
        m_connection.run(QStringLiteral("UPDATE enrolment_codes SET used = 1 WHERE code_sha256 = ? AND used = 0 AND "
                                        "expires_at > ? RETURNING device_id"),
                         {hashOf(code), toText(now)});
    if (rows.isEmpty())
        return {};
    return rows.first().first().toString();
}

} // namespace chinhchu::sandbox
