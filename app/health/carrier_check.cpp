#include "app/health/checks.h"
#include "app/settings/device_key.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

namespace chinhchu::app {

namespace {

/// The same trust as the carrier client's: one authority, no other.
QSslConfiguration configurationFor(const Enrolment& enrolment)
{
    QSslConfiguration configuration;
    configuration.setCaCertificates({QSslCertificate(enrolment.carrierAuthorityPem)});
    configuration.setLocalCertificate(QSslCertificate(enrolment.deviceCertificatePem));
    configuration.setPrivateKey(tlsKey(enrolment));
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    return configuration;
}

} // namespace

HealthCheck checkCarrier(const KioskOptions& options, const Result<Enrolment>& enrolment)
{
    HealthCheck check{QStringLiteral("carrier"), HealthCheck::State::Ready, {}, {}};
    if (!enrolment) {
        check.state = HealthCheck::State::Missing;
        check.failure = enrolment.error();
        return check;
    }
    const QUrl url = options.carrier.isEmpty() ? enrolment->carrierUrl : QUrl(options.carrier);
    check.detail = url.toString(QUrl::RemoveUserInfo);
    QSslSocket socket;
    socket.setSslConfiguration(configurationFor(*enrolment));
    socket.connectToHostEncrypted(url.host(), static_cast<quint16>(url.port(443)));
    constexpr int patience = 5000;
    if (socket.waitForEncrypted(patience)) {
        return check;
    }
    check.state = HealthCheck::State::Limited;
    const bool untrusted = socket.error() == QAbstractSocket::SslHandshakeFailedError;
    check.failure = Failure{untrusted ? FailureCode::CarrierUntrusted : FailureCode::CarrierUnreachable,
                            socket.errorString().toStdString()};
    return check;
}

} // namespace chinhchu::app
