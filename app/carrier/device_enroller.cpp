#include "app/carrier/device_enroller.h"

#include "app/carrier/exchange.h"
#include "app/evidence/wiping_json.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace chinhchu::app {

namespace {

constexpr qsizetype LongestPem = 16 * 1024;

tl::unexpected<Failure> malformed(const char* member)
{
    return fail(FailureCode::CarrierAnswerMalformed, member);
}

Result<QByteArray> pem(const QJsonObject& body, const char* member)
{
    const QByteArray found = body.value(QLatin1String(member)).toString().toLatin1();
    if (found.isEmpty() || found.size() > LongestPem)
        return malformed(member);
    return found;
}

Result<Enrolment> parse(const QByteArray& json)
{
    const QJsonObject body = QJsonDocument::fromJson(json).object();
    Enrolment enrolment;
    enrolment.deviceId = body["deviceId"].toString();
    if (enrolment.deviceId.isEmpty() || enrolment.deviceId.size() > 64)
        return malformed("deviceId");
    const QString kind = body["kind"].toString();
    if (kind != "demo" && kind != "production")
        return malformed("kind");
    enrolment.kind = kind == "demo" ? Enrolment::Kind::Demo : Enrolment::Kind::Production;
    const std::pair<const char*, QByteArray*> members[] = {{"deviceCertificate", &enrolment.deviceCertificatePem},
                                                           {"carrierAuthority", &enrolment.carrierAuthorityPem},
                                                           {"sealCertificate", &enrolment.carrierSealPem}};
    for (const auto& [member, target] : members) {
        auto found = pem(body, member);
        if (!found)
            return tl::unexpected(found.error());
        *target = *std::move(found);
    }
    return enrolment;
}

Enrolment onlyTheAuthority(const QByteArray& authorityPem)
{
    Enrolment enrolment;
    enrolment.carrierAuthorityPem = authorityPem;
    return enrolment;
}

} // namespace

struct DeviceEnroller::Private
{
    QUrl carrierUrl;
    QByteArray authorityPem;
    Exchange exchange;
};

DeviceEnroller::DeviceEnroller(const QUrl& carrierUrl, const QByteArray& authorityPem)
    : d(std::make_unique<Private>(
          Private{carrierUrl, authorityPem, Exchange(onlyTheAuthority(authorityPem), apiBase(carrierUrl))}))
{
}

DeviceEnroller::~DeviceEnroller() = default;

void DeviceEnroller::enrol(const SecretText& code, const DeviceKey& key, std::function<void(Result<Enrolment>)> done)
{
    WipingJson json;
    json.beginObject();
    json.member("enrolmentCode", code.view());
    json.member("certificateRequest", QString::fromLatin1(key.requestPem));
    json.endObject();
    const auto finish = [this, keyPem = key.keyPem, keyUri = key.keyUri, done = std::move(done)](const Result<QByteArray>& body) {
        auto enrolment = body ? parse(*body) : Result<Enrolment>(tl::unexpected(body.error()));
        // The authority was handed over by hand; an answer cannot put another in its place.
        if (enrolment && QSslCertificate(enrolment->carrierAuthorityPem) != QSslCertificate(d->authorityPem))
            enrolment = malformed("carrierAuthority");
        if (enrolment) {
            enrolment->carrierUrl = d->carrierUrl;
            enrolment->deviceKeyPem = keyPem;
            enrolment->deviceKeyUri = keyUri;
        }
        done(std::move(enrolment));
    };
    d->exchange.post("/device-enrolments", json.take(), finish);
}

} // namespace chinhchu::app
