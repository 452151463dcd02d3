#include "app/carrier/answers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace chinhchu::app::answers {

namespace {

constexpr qsizetype NonceSize = 32;
constexpr qsizetype MostSubscriptions = 1000;
constexpr qsizetype LongestText = 200;

tl::unexpected<Failure> malformed(const std::string& member)
{
    return fail(FailureCode::CarrierAnswerMalformed, member);
}

QDateTime time(const QJsonValue& value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QString text(const QJsonValue& value)
{
    const QString found = value.toString();
    return found.size() <= LongestText ? found : QString();
}

QJsonObject object(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

std::optional<bool> active(const QJsonValue& value)
{
    const QString found = value.toString();
    if (found == "active")
        return true;
    if (found == "suspended")
        return false;
    return std::nullopt;
}

/// Whether it is the second word; a member that is absent means the first.
std::optional<bool> oneOfTwo(const QJsonValue& value, QLatin1String first, QLatin1String second)
{
    const QString found = value.toString();
    if (value.isUndefined() || found == first)
        return false;
    if (found == second)
        return true;
    return std::nullopt;
}

Result<Subscription> subscription(const QJsonObject& entry)
{
    Subscription found;
    found.msisdn = text(entry["msisdn"]);
    if (!found.msisdn.startsWith(u'+'))
        return malformed("msisdn");

    // Outgoing suspended is the one-way lock, both the two-way lock (CAMARA SubscriptionStatus).
    const auto outgoing = active(entry["voiceSmsOut"]);
    const auto incoming = active(entry["voiceSmsIn"]);
    if (!outgoing || !incoming)
        return malformed("voiceSmsOut, voiceSmsIn");
    found.lock = !*incoming ? LockState::TwoWay : !*outgoing ? LockState::OneWay : LockState::None;

    if (entry.contains("lockDeadline")) {
        found.lockDeadline = time(entry["lockDeadline"]);
        if (!found.lockDeadline.isValid())
            return malformed("lockDeadline");
    }
    if (entry.contains("deviceChangedAt")) {
        found.deviceChangedAt = time(entry["deviceChangedAt"]);
        if (!found.deviceChangedAt.isValid())
            return malformed("deviceChangedAt");
    }
    const QString under = entry["registeredUnder"].toString();
    if (under != "personalId" && under != "oldDocumentNumber")
        return malformed("registeredUnder");
    found.underOldNumber = under == "oldDocumentNumber";
    const auto payment = oneOfTwo(entry["payment"], QLatin1String("prepaid"), QLatin1String("postpaid"));
    const auto holder = oneOfTwo(entry["holder"], QLatin1String("person"), QLatin1String("organisation"));
    if (!payment || !holder)
        return malformed("payment, holder");
    found.postpaid = *payment;
    found.organisation = *holder;
    return found;
}

std::optional<BindingReceipt::State> state(const QString& name)
{
    if (name == "received")
        return BindingReceipt::State::Received;
    if (name == "verified")
        return BindingReceipt::State::Verified;
    if (name == "refused")
        return BindingReceipt::State::Refused;
    return std::nullopt;
}

} // namespace

Result<VerificationSession> verificationSession(const QByteArray& json)
{
    const QJsonObject body = object(json);
    VerificationSession session;
    session.nonceId = text(body["nonceId"]);
    if (session.nonceId.isEmpty())
        return malformed("nonceId");
    const auto nonce =
        QByteArray::fromBase64Encoding(body["nonce"].toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!nonce || (*nonce).size() != NonceSize)
        return malformed("nonce");
    session.nonce.assign((*nonce).begin(), (*nonce).end());
    session.expiresAt = time(body["expiresAt"]);
    if (!session.expiresAt.isValid())
        return malformed("expiresAt");
    return session;
}

QDateTime carrierTime(const QByteArray& json)
{
    return time(object(json)["carrierTime"]);
}

Result<SignerDecision> signerDecision(const QByteArray& json)
{
    constexpr const char* names[] = {"trusted", "issuer-unknown", "revoked", "invalid"};
    const QString result = object(json)["result"].toString();
    const auto* found = std::ranges::find_if(names, [&](const char* name) { return result == QLatin1String(name); });
    if (found == std::end(names))
        return malformed("result");
    return static_cast<SignerDecision>(found - std::begin(names));
}

Result<OtpChallenge> otpChallenge(const QByteArray& json)
{
    const QJsonObject body = object(json);
    OtpChallenge challenge;
    challenge.challengeId = text(body["challengeId"]);
    if (challenge.challengeId.isEmpty())
        return malformed("challengeId");
    challenge.expiresAt = time(body["expiresAt"]);
    if (!challenge.expiresAt.isValid())
        return malformed("expiresAt");
    return challenge;
}

Result<OtpResult> otpResult(const QByteArray& json)
{
    constexpr const char* names[] = {"correct", "wrong", "expired", "exhausted"};
    const QString result = object(json)["result"].toString();
    const auto* found = std::ranges::find_if(names, [&](const char* name) { return result == QLatin1String(name); });
    if (found == std::end(names))
        return malformed("result");
    return static_cast<OtpResult>(found - std::begin(names));
}

Result<std::vector<Subscription>> subscriptions(const QByteArray& json)
{
    const QJsonValue list = object(json)["subscriptions"];
    if (!list.isArray() || list.toArray().size() > MostSubscriptions)
        return malformed("subscriptions");
    std::vector<Subscription> found;
    for (const QJsonValue& entry : list.toArray()) {
        auto one = subscription(entry.toObject());
        if (!one)
            return tl::unexpected(one.error());
        found.push_back(*std::move(one));
    }
    return found;
}

Result<BindingReceipt> bindingReceipt(const QByteArray& json)
{
    const QJsonObject body = object(json);
    BindingReceipt receipt;
    receipt.bindingId = text(body["bindingId"]);
    if (receipt.bindingId.isEmpty())
        return malformed("bindingId");
    const auto found = state(body["state"].toString());
    if (!found)
        return malformed("state");
    receipt.state = *found;
    receipt.receiptNumber = text(body["receiptNumber"]);
    if (receipt.receiptNumber.isEmpty() && receipt.state != BindingReceipt::State::Refused)
        return malformed("receiptNumber");
    receipt.receivedAt = time(body["receivedAt"]);
    if (!receipt.receivedAt.isValid())
        return malformed("receivedAt");
    for (const QJsonValue& reason : body["reasons"].toArray())
        receipt.reasons.append(text(reason));
    return receipt;
}

Result<CarrierCounts> carrierCounts(const QByteArray& json)
{
    const QJsonObject body = object(json);
    CarrierCounts counts;
    counts.asOf = time(body["asOf"]);
    if (!counts.asOf.isValid())
        return malformed("asOf");
    constexpr std::pair<const char*, qint64 CarrierCounts::*> members[] = {
        {"total", &CarrierCounts::total},
        {"authenticated", &CarrierCounts::authenticated},
        {"notYet", &CarrierCounts::notYet},
        {"lockedOneWay", &CarrierCounts::lockedOneWay},
        {"lockedTwoWay", &CarrierCounts::lockedTwoWay}};
    for (const auto& [name, member] : members) {
        // -1 for what is missing, no number, or no whole one.
        counts.*member = body[QLatin1String(name)].toInteger(-1);
        if (counts.*member < 0)
            return malformed(name);
    }
    return counts;
}

std::string errorName(int status, const QByteArray& json)
{
    const QString code = text(object(json)["code"]);
    return std::to_string(status) + (code.isEmpty() ? "" : ' ' + code.toStdString());
}

bool isApiError(int status, const QByteArray& json)
{
    const QJsonObject body = object(json);
    static const QRegularExpression code(QStringLiteral("^[A-Z_]+(\\.[A-Z_]+)?$"));
    return body["status"].toInt() == status && code.match(text(body["code"])).hasMatch() && body["message"].isString();
}

bool isOperationsOwn(const QByteArray& json)
{
    return text(object(json)["code"]).contains(u'.');
}

} // namespace chinhchu::app::answers
