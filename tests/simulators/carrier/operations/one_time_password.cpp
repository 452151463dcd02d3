#include "store/one_time_passwords.h"

#include "http/json_reader.h"
#include "operations/operations.h"
#include "store/population.h"

#include <cstdio>

namespace chinhchu::sandbox {

namespace {

QString outcomeName(OneTimePasswords::Outcome outcome)
{
    switch (outcome) {
    case OneTimePasswords::Outcome::Correct:
        return QStringLiteral("correct");
    case OneTimePasswords::Outcome::Wrong:
        return QStringLiteral("wrong");
    case OneTimePasswords::Outcome::Expired:
        return QStringLiteral("expired");
    default:
        return QStringLiteral("exhausted");
    }
}

} // namespace

/// Sends a password to a number. A sandbox has no radio: the console is the telephone.
Answer createOtpChallenge(Carrier& carrier, const Request& request)
{
    JsonReader body = JsonReader::parse(request.body);
    const QString msisdn = body.text("msisdn");
    body.finish();
    Connection& connection = carrier.database->here();
    if (!Population(connection).number(msisdn))
        throw ApiError{404, QStringLiteral("OTP_CHALLENGES.NUMBER_UNKNOWN"),
                       QStringLiteral("There is no such number.")};

    OneTimePasswords passwords(connection);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (passwords.tooMany(msisdn, now))
        throw ApiError{429, QStringLiteral("TOO_MANY_REQUESTS"),
                       QStringLiteral("Wait before asking for another password.")};
    const auto issued = passwords.issue(request.deviceId, msisdn, now);
    std::printf("one-time password %s: %s\n", qPrintable(issued.challengeId), qPrintable(issued.code));
    std::fflush(stdout);
    return jsonAnswer(201, {{"challengeId", issued.challengeId}, {"expiresAt", toText(issued.expiresAt)}});
}

/// Was that the password? A wrong one is an outcome, not an error.
Answer verifyOtp(Carrier& carrier, const Request& request)
{
    JsonReader body = JsonReader::parse(request.body);
    const QString challengeId = body.text("challengeId");
    const QString code = body.text("code");
    body.finish();
    const auto outcome = OneTimePasswords(carrier.database->here())
                             .check(request.deviceId, challengeId, code, QDateTime::currentDateTimeUtc());
    if (outcome == OneTimePasswords::Outcome::Unknown)
        throw ApiError{404, QStringLiteral("NOT_FOUND"), QStringLiteral("There is no such challenge.")};
    return jsonAnswer(200, {{"result", outcomeName(outcome)}});
}

} // namespace chinhchu::sandbox
