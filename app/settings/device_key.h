#pragma once

#include "resources/base/failure.h"

#include <QByteArray>

namespace chinhchu::app {

/// A key made on this device, and the request for its certificate.
struct DeviceKey
{
    QByteArray keyPem;     ///< PKCS #8, not encrypted; never leaves the device
    QByteArray requestPem; ///< PKCS #10, signed with the key: who asks has the private half
};

/// A new EC P-256 key. The request names nobody: the carrier decides from the enrolment code which device it is.
Result<DeviceKey> makeDeviceKey();

} // namespace chinhchu::app
