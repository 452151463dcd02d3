#pragma once

#include "app/settings/enrolment.h"

namespace chinhchu::app {

/// The organisational unit that marks the certificate of a device enrolled for demonstrations.
inline constexpr std::string_view DemoDevicesUnit = "demo-devices";

/// The one of a device enrolled for real work. A certificate with neither is no device's: the carrier's server, its seal.
inline constexpr std::string_view DevicesUnit = "devices";

/// The organisational unit that marks the certificate of a device at a point of service of the carrier's own. Without
/// it a point is an authorised one.
inline constexpr std::string_view CarrierOwnPointsUnit = "carrier-own-points";

/// What a device certificate (PEM) says about the point of service; Authorised for anything that is no certificate.
Enrolment::Point pointOf(const QByteArray& deviceCertificatePem);

/// Whether keys and certificates of an enrolment fit together: the device key is EC P-256 and belongs to the device
/// certificate, whose common name is the device id and whose organisational unit says demonstrations or real work as
/// the enrolment does; the carrier can be sealed to. SETTINGS_INVALID names the file.
Result<void> checkCredentials(const Enrolment& enrolment);

} // namespace chinhchu::app
