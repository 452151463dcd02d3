#pragma once

#include "pki/authority.h"

namespace chinhchu::sandbox {

struct EnrolmentWish
{
    QString folder;
    QString deviceId = QStringLiteral("demo-device-1");
    QString carrierUrl = QStringLiteral("https://127.0.0.1:8443");
    Authority::Point point = Authority::Point::Authorised;
    QString place = QStringLiteral("Demonstration point");
};

/// Writes what a kiosk needs to be enrolled with this authority: device.key, device.crt, carrier-ca.crt,
/// carrier-seal.crt and enrolment.json. An existing key of that device is kept, so that only the address changes.
/// Throws PkiError.
void writeEnrolmentFolder(const Authority& authority, const EnrolmentWish& wish);

} // namespace chinhchu::sandbox
