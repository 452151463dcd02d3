#pragma once

#include "app/settings/home.h"
#include "resources/base/failure.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QUrl>

#include <string_view>

namespace chinhchu::app {

/// Who this device is to the carrier. Made by enrolment; the key never leaves the device.
///
/// What kind it is stands in the device certificate too (the organisational unit "demo-devices", see
/// credentials_check.h), which a carrier for real work refuses.
///
/// enrolment.json: {"deviceId": "...", "kind": "demo" | "production", "carrierUrl": "https://...", "place": "...",
/// "deviceKey": "pkcs11:..."}, the last only where the key is in a token; then there is no file device.key.
struct Enrolment
{
    enum class Kind
    {
        Demo,
        Production
    };

    /// Whose the point of service is, which decides what may be registered there (Circular 08/2026: a fourth number
    /// only where the carrier itself serves). It stands in the device certificate alone (see credentials_check.h):
    /// nobody at the point can write it there.
    enum class Point
    {
        Authorised, ///< an agent with a fixed address: the stricter one
        CarrierOwn
    };

    QString deviceId;
    Kind kind = Kind::Production;
    Point point = Point::Authorised;
    QUrl carrierUrl;
    QString place;
    QByteArray deviceKeyPem; ///< also the client key of TLS; empty where the key is in a token
    QString deviceKeyUri;    ///< where it is then (TokenUri); use deviceKey() and tlsKey(), which know both
    QByteArray deviceCertificatePem;
    QByteArray carrierAuthorityPem; ///< the only authority trusted for the carrier's server
    QByteArray carrierSealPem;      ///< evidence is sealed to this certificate

    /// NOT_ENROLLED when there is none, SETTINGS_INVALID names what is wrong with it, DEVICE_KEY_UNAVAILABLE when the token
    /// with its key does not answer.
    static Result<Enrolment> load(const Home& home);
};

/// As evidence and command line name it.
constexpr std::string_view toString(Enrolment::Point point)
{
    return point == Enrolment::Point::CarrierOwn ? "carrier-own" : "authorised";
}

} // namespace chinhchu::app
