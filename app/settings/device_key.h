#pragma once

#include "app/settings/enrolment.h"
#include "resources/base/failure.h"

#include <QByteArray>
#include <QString>

namespace chinhchu::app {

/// A key made on this device, and the request for its certificate.
struct DeviceKey
{
    QByteArray keyPem;     ///< PKCS #8, not encrypted; never leaves the device. Empty when the key is in a token.
    QByteArray requestPem; ///< PKCS #10, signed with the key: who asks has the private half
    QString keyUri;        ///< where the token has it (TokenUri)
};

/// A new EC P-256 key, in memory, or in the token that @p uri names. The request names nobody: the carrier decides from
/// the enrolment code which device it is.
Result<DeviceKey> makeDeviceKey(const QString& uri = {});

/// The device's key as Qt wants it for TLS; a null key when it is not there. A key in a token signs there.
QSslKey tlsKey(const Enrolment& enrolment);

} // namespace chinhchu::app
