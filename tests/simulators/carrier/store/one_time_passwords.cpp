#include "store/one_time_passwords.h"

#include "http/json_reader.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUuid>

namespace chinhchu::sandbox {

namespace {

QByteArray hashOf(const QString& challengeId, const QString& code)
{
    return QCryptographicHash::hash((challengeId + code).toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

bool OneTimePasswords::tooMany(const QString& msisdn, const QDateTime& now)
{
    const Rows rows =
        m_connection.run(QStringLiteral("SELECT COUNT(*) FROM otp_challenges WHERE msisdn = ? AND issued_at > ?"),
                         {msisdn, toText(now.addSecs(-600))});
    return rows.first().first().toInt() >= MostInTenMinutes;
}

OneTimePasswords::Issued OneTimePasswords::issue(const QString& deviceId, const QString& msisdn, const QDateTime& now)
{
    const quint32 number = QRandomGenerator::system()->bounded(1000000u);
    const Issued issued{QUuid::createUuid().toString(QUuid::WithoutBraces),
                        QStringLiteral("%1").arg(number, 6, 10, QLatin1Char('0')), now.addSecs(ValidSeconds)};
    m_connection.change(
        QStringLiteral("INSERT INTO otp_challenges (id, device_id, msisdn, code_sha256, issued_at, expires_at, "
                       "attempts, used) VALUES (?, ?, ?, ?, ?, ?, 0, 0)"),
        {issued.challengeId, deviceId, msisdn, hashOf(issued.challengeId, issued.code), toText(now),
         toText(issued.expiresAt)});
    return issued;
}

OneTimePasswords::Outcome OneTimePasswords::check(const QString& deviceId, const QString& challengeId,
                                                  const QString& code, const QDateTime& now)
{
    const Rows rows =
        m_connection.run(QStringLiteral("UPDATE otp_challenges SET attempts = attempts + 1 WHERE id = ? AND "
                                        "device_id = ? RETURNING code_sha256, expires_at, attempts, used"),
                         {challengeId, deviceId});
    if (rows.isEmpty())
        return Outcome::Unknown;
    const Row& row = rows.first();
    if (row[3].toInt() != 0 || row[2].toInt() > MostAttempts)
        return Outcome::Exhausted;
    if (row[1].toString() < toText(now))
        return Outcome::Expired;
    if (row[0].toByteArray() != hashOf(challengeId, code))
        return Outcome::Wrong;
    const bool first =
        m_connection.change(QStringLiteral("UPDATE otp_challenges SET used = 1 WHERE id = ? AND used = 0"),
                            {challengeId}) == 1;
    return first ? Outcome::Correct : Outcome::Exhausted;
}

bool OneTimePasswords::proves(const Claim& claim)
{
    const Rows entered = m_connection.run(
        QStringLiteral("SELECT id FROM otp_challenges WHERE id = ? AND device_id = ? AND msisdn = ? AND used = 1"),
        {claim.challengeId, claim.deviceId, claim.msisdn});
    if (entered.isEmpty())
        return false;
    m_connection.change(QStringLiteral("INSERT INTO otp_proofs (challenge_id, binding_id) VALUES (?, ?) "
                                       "ON CONFLICT (challenge_id) DO NOTHING"),
                        {claim.challengeId, claim.bindingId});
    const Rows proof = m_connection.run(QStringLiteral("SELECT binding_id FROM otp_proofs WHERE challenge_id = ?"),
                                        {claim.challengeId});
    return proof.first().first().toString() == claim.bindingId;
}

} // namespace chinhchu::sandbox
