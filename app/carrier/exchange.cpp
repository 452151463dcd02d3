#include "app/carrier/exchange.h"

#include "app/carrier/answers.h"
#include "app/carrier/retry_after.h"
#include "app/carrier/send_at_once.h"
#include "app/carrier/system_proxy.h"
#include "app/settings/device_key.h"

#include <QLocale>
#include <QTimer>
#include <QUuid>

namespace chinhchu::app {

namespace {

constexpr qint64 LargestAnswer = 1024 * 1024;

QSslConfiguration mutualTls(const Enrolment& enrolment)
{
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates(QSslCertificate::fromData(enrolment.carrierAuthorityPem, QSsl::Pem));
    tls.setLocalCertificateChain(QSslCertificate::fromData(enrolment.deviceCertificatePem, QSsl::Pem));
    tls.setPrivateKey(tlsKey(enrolment));
    return tls;
}

/// Answers that say "not now" (carrier-api, conventions): they never cost a binding.
bool retryLater(int status)
{
    return status >= 500 || status == 401 || status == 408 || status == 409 || status == 425 || status == 429;
}

/// Answers about this very request, which is the same when it is sent again: only these are a refusal for good. Proxies,
/// moved addresses and half-configured gateways answer with all of these statuses too, a page in HTML or nothing: it must
/// be an error of the API. For 403 and 404 its code must be the operation's own ("DEVICE_ENROLMENTS.CODE_INVALID").
bool refusedForGood(int status, const QByteArray& body)
{
    if (status == 400 || status == 413 || status == 415 || status == 422)
        return answers::isApiError(status, body);
    return (status == 403 || status == 404) && answers::isOperationsOwn(body);
}

Result<QByteArray> judge(int status, const QByteArray& body)
{
    if (status >= 200 && status < 300)
        return body;
    if (retryLater(status))
        return fail(FailureCode::CarrierUnreachable, answers::errorName(status, body));
    if (refusedForGood(status, body))
        return fail(FailureCode::CarrierRefused, answers::errorName(status, body));
    return fail(FailureCode::CarrierAnswerMalformed, answers::errorName(status, body));
}

/// Seconds (RFC 9110, 10.2.3); a date would go by a clock that may be wrong.
int retryAfterOf(const QNetworkReply& reply)
{
    bool number = false;
    const int seconds = reply.rawHeader("Retry-After").trimmed().toInt(&number);
    return number && seconds > 0 ? seconds : 0;
}

/// Everything the watchers of one reply share.
struct Pending
{
    Exchange::Done done;
    std::string reason; ///< why it was given up, when it was
    QStringList tlsErrors;
};

Result<QByteArray> outcome(QNetworkReply& reply, const Pending& pending)
{
    if (!pending.tlsErrors.isEmpty())
        return fail(FailureCode::CarrierUntrusted, pending.tlsErrors.join("; ").toStdString());
    if (!pending.reason.empty())
        return fail(FailureCode::CarrierUnreachable, pending.reason);
    const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    // A body that stops half way comes with a status and an error of the connection.
    const bool transportFailed =
        reply.error() != QNetworkReply::NoError && reply.error() < QNetworkReply::ContentAccessDenied;
    if (!status.isValid() || transportFailed)
        return fail(FailureCode::CarrierUnreachable, reply.errorString().toStdString());
    auto judged = judge(status.toInt(), reply.readAll());
    if (!judged && status.toInt() == TooManyRequests)
        judged.error().detail += retryAfterText(retryAfterOf(reply));
    return judged;
}

/// The carrier's clock, in the header that every answer has (RFC 9110, 6.6.1); nothing where the carrier did not prove over
/// TLS that it is the one who answers.
QDateTime timeOf(const QNetworkReply& reply, const Pending& pending)
{
    if (!pending.tlsErrors.isEmpty() || reply.sslConfiguration().peerCertificate().isNull())
        return {};
    // IMF-fixdate (RFC 9110, 5.6.7); Qt's own parser of mail dates does not know "GMT".
    QDateTime carrier = QLocale::c().toDateTime(QString::fromLatin1(reply.rawHeader("Date")),
                                                QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    carrier.setTimeSpec(Qt::UTC);
    return carrier;
}

} // namespace

QUrl apiBase(QUrl carrier)
{
    QString path = carrier.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    carrier.setPath(path + "/chinhchu/v1");
    return carrier;
}

void Exchange::Clock::hear(const QDateTime& carrier)
{
    if (!carrier.isValid())
        return;
    skew = std::chrono::seconds(QDateTime::currentDateTimeUtc().secsTo(carrier));
    if (heard)
        heard(carrier);
}

Exchange::Exchange(const Enrolment& enrolment, QUrl base)
    : m_base(std::move(base))
    , m_tls(mutualTls(enrolment))
    , m_clock(std::make_shared<Clock>())
    , m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setAutoDeleteReplies(true);
    m_network->setProxyFactory(new SystemProxy);
}

Exchange::~Exchange() = default;

void Exchange::setTimeouts(std::chrono::milliseconds silence, std::chrono::milliseconds total)
{
    m_silence = silence;
    m_total = total;
}

QNetworkRequest Exchange::request(const char* path, const char* contentType) const
{
    QUrl url = m_base;
    url.setPath(url.path() + path);
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setHeader(QNetworkRequest::ContentTypeHeader, contentType);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("x-correlator", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    request.setTransferTimeout(static_cast<int>(m_silence.count()));
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    return request;
}

void Exchange::get(const char* path, Done done)
{
    QNetworkRequest request = this->request(path, "application/json");
    request.setRawHeader("Accept", "application/cms, application/json");
    watch(m_network->get(request), std::move(done));
}

void Exchange::post(const char* path, Bytes json, Done done)
{
    const auto body = std::make_shared<const Bytes>(std::move(json));
    const auto view =
        QByteArray::fromRawData(reinterpret_cast<const char*>(body->data()), static_cast<qsizetype>(body->size()));
    QNetworkReply* reply = m_network->post(request(path, "application/json"), view);
    // The view must not outlive the bytes, nor the bytes the answer.
    watch(reply, [body, done = std::move(done)](const Result<QByteArray>& answer) { done(answer); });
}

void Exchange::submit(const char* path, const Submission& submission, const QByteArray& sealed, Done done)
{
    QNetworkRequest request = this->request(path, "application/cms");
    request.setRawHeader("Idempotency-Key", '"' + submission.idempotencyKey.toLatin1() + '"');
    if (!submission.auditHead.isEmpty())
        request.setRawHeader("x-audit-head", submission.auditHead);
    watch(m_network->post(request, sealed), std::move(done));
}

void Exchange::watch(QNetworkReply* reply, Done done)
{
    const auto pending = std::make_shared<Pending>(Pending{std::move(done), {}, {}});
    const auto giveUp = [reply, pending](const char* reason) {
        pending->reason = reason;
        reply->abort();
    };
    QTimer::singleShot(m_total, reply, [giveUp] { giveUp("no answer in time"); });
    // Told once for each connection.
    QObject::connect(reply, &QNetworkReply::encrypted, reply, sendAtOnce);
    QObject::connect(reply, &QNetworkReply::downloadProgress, reply, [giveUp](qint64 received) {
        if (received > LargestAnswer)
            giveUp("answer too large");
    });
    QObject::connect(reply, &QNetworkReply::sslErrors, reply, [pending](const QList<QSslError>& errors) {
        for (const QSslError& error : errors)
            pending->tlsErrors.append(error.errorString());
    });
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, pending, clock = m_clock] {
        clock->hear(timeOf(*reply, *pending));
        pending->done(outcome(*reply, *pending));
    });
}

} // namespace chinhchu::app
