#include "app/carrier/carrier_client.h"

#include "app/carrier/answers.h"
#include "app/carrier/exchange.h"
#include "app/carrier/retry_after.h"
#include "app/evidence/wiping_json.h"

namespace chinhchu::app {

namespace {

/// Wraps an answer so that the body is read by @p parse.
template <class T>
Exchange::Done parsedBy(Result<T> (*parse)(const QByteArray&), CarrierClient::Answer<T> answer)
{
    return [parse, answer = std::move(answer)](const Result<QByteArray>& body) {
        answer(body ? parse(*body) : Result<T>(tl::unexpected(body.error())));
    };
}

/// A receipt for another binding would delete the wrong row.
CarrierClient::Answer<BindingReceipt> onlyFor(const QString& bindingId, CarrierClient::Answer<BindingReceipt> answer)
{
    return [bindingId, answer = std::move(answer)](Result<BindingReceipt> receipt) {
        if (receipt && receipt->bindingId != bindingId)
            receipt = fail(FailureCode::CarrierAnswerMalformed, "receipt for another binding");
        answer(std::move(receipt));
    };
}

/// That too many passwords were asked for is the carrier's answer and no reason to do without one: nobody could tell it
/// from a network that is away, and whoever used up the tries would be through.
Exchange::Done exhaustionIsAnAnswer(Exchange::Done done)
{
    return [done = std::move(done)](const Result<QByteArray>& body) {
        if (!body && isTooManyRequests(body.error()))
            return done(fail(FailureCode::CarrierRefused, body.error().detail));
        done(body);
    };
}

Bytes singleMember(std::string_view name, const QString& value)
{
    WipingJson json;
    json.beginObject();
    json.member(name, value);
    json.endObject();
    return json.take();
}

} // namespace

struct CarrierClient::Private
{
    Exchange exchange;
    std::function<QByteArray()> auditHead;
};

CarrierClient::CarrierClient(Enrolment enrolment, const QUrl& carrierUrl, QObject* parent)
    : QObject(parent)
{
    const QUrl base = apiBase(carrierUrl.isEmpty() ? enrolment.carrierUrl : carrierUrl);
    d = std::make_unique<Private>(Private{Exchange(enrolment, base), {}});
}

CarrierClient::~CarrierClient() = default;

void CarrierClient::setTimeouts(std::chrono::milliseconds silence, std::chrono::milliseconds total)
{
    d->exchange.setTimeouts(silence, total);
}

void CarrierClient::setAuditHead(std::function<QByteArray()> newest)
{
    d->auditHead = std::move(newest);
}

void CarrierClient::setHeard(std::function<void(const QDateTime&)> heard)
{
    d->exchange.setHeard(std::move(heard));
}

std::optional<std::chrono::seconds> CarrierClient::clockSkew() const
{
    return d->exchange.clockSkew();
}

void CarrierClient::createVerificationSession(const QString& sessionId, Answer<VerificationSession> answer)
{
    d->exchange.post("/verification-sessions", singleMember("sessionId", sessionId),
                     [this, parse = parsedBy(answers::verificationSession, std::move(answer))](const Result<QByteArray>& body) {
                         if (body)
                             d->exchange.hear(answers::carrierTime(*body));
                         parse(body);
                     });
}

void CarrierClient::verifyDocumentSigner(ByteView signer, Answer<SignerDecision> answer)
{
    const QByteArray der =
        QByteArray::fromRawData(reinterpret_cast<const char*>(signer.data()), static_cast<qsizetype>(signer.size()));
    d->exchange.post("/verify-document-signer", singleMember("dscert", QString::fromLatin1(der.toBase64())),
                     parsedBy(answers::signerDecision, std::move(answer)));
}

void CarrierClient::createNonceBatch(int count, Answer<QByteArray> answer)
{
    WipingJson json;
    json.beginObject();
    json.key("count");
    json.integer(count);
    json.endObject();
    d->exchange.post("/nonce-batches", json.take(), std::move(answer));
}

void CarrierClient::retrievePolicy(Answer<QByteArray> answer)
{
    d->exchange.get("/policy", std::move(answer));
}

void CarrierClient::retrieveTrustList(Answer<QByteArray> answer)
{
    d->exchange.get("/trust-list", std::move(answer));
}

void CarrierClient::retrieveSubscriptions(const SecretText& personalId, const SecretText& oldNumber,
                                          Answer<std::vector<Subscription>> answer)
{
    WipingJson json;
    json.beginObject();
    json.member("personalId", personalId.view());
    if (!oldNumber.empty())
        json.member("oldDocumentNumber", oldNumber.view());
    json.endObject();
    d->exchange.post("/retrieve-subscriptions", json.take(), parsedBy(answers::subscriptions, std::move(answer)));
}

void CarrierClient::createOtpChallenge(const QString& msisdn, Answer<OtpChallenge> answer)
{
    d->exchange.post("/otp-challenges", singleMember("msisdn", msisdn),
                     exhaustionIsAnAnswer(parsedBy(answers::otpChallenge, std::move(answer))));
}

void CarrierClient::verifyOtp(const QString& challengeId, const SecretText& code, Answer<OtpResult> answer)
{
    WipingJson json;
    json.beginObject();
    json.member("challengeId", challengeId);
    json.member("code", code.view());
    json.endObject();
    d->exchange.post("/otp-verifications", json.take(), exhaustionIsAnAnswer(parsedBy(answers::otpResult, std::move(answer))));
}

void CarrierClient::submitBinding(const QString& bindingId, const QByteArray& sealedEvidence,
                                  Answer<BindingReceipt> answer)
{
    d->exchange.submit("/identity-bindings", {bindingId, d->auditHead ? d->auditHead() : QByteArray()}, sealedEvidence,
                       parsedBy(answers::bindingReceipt, onlyFor(bindingId, std::move(answer))));
}

void CarrierClient::retrieveBindingStatus(const QString& bindingId, Answer<BindingReceipt> answer)
{
    d->exchange.post("/retrieve-binding-status", singleMember("bindingId", bindingId),
                     parsedBy(answers::bindingReceipt, onlyFor(bindingId, std::move(answer))));
}

void CarrierClient::retrieveCounts(Answer<CarrierCounts> answer)
{
    WipingJson json;
    json.beginObject();
    json.endObject();
    d->exchange.post("/retrieve-counts", json.take(), parsedBy(answers::carrierCounts, std::move(answer)));
}

} // namespace chinhchu::app
