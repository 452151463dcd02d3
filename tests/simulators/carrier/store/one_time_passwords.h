#pragma once

#include "store/database.h"

#include <QDateTime>

namespace chinhchu::sandbox {

/// One-time passwords: six digits, few attempts, a short life; only a hash is stored.
class OneTimePasswords
{
public:
    static constexpr int MostAttempts = 5;
    static constexpr int ValidSeconds = 300;
    static constexpr int MostInTenMinutes = 3;

    struct Issued
    {
        QString challengeId;
        QString code;
        QDateTime expiresAt;
    };
    enum class Outcome
    {
        Correct,
        Wrong,
        Expired,
        Exhausted,
        Unknown
    };

    explicit OneTimePasswords(Connection& connection)
        : m_connection(connection)
    {
    }

    bool tooMany(const QString& msisdn, const QDateTime& now);
    Issued issue(const QString& deviceId, const QString& msisdn, const QDateTime& now);
    /// Counts the attempt before it looks, so that parallel guesses gain nothing.
    Outcome check(const QString& deviceId, const QString& challengeId, const QString& code, const QDateTime& now);

    struct Claim
    {
        QString bindingId;
        QString challengeId;
        QString deviceId;
        QString msisdn;
    };
    /// Was this password entered at this device for this number? It then belongs to this binding and proves no other.
    bool proves(const Claim& claim);

private:
    Connection& m_connection;
};

} // namespace chinhchu::sandbox
