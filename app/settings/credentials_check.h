#pragma once

#include "app/settings/enrolment.h"

namespace chinhchu::app {

/// Whether keys and certificates of an enrolment fit together: the device key is EC P-256 and belongs to the device
/// certificate, whose common name is the device id; the carrier can be sealed to. SETTINGS_INVALID names the file.
Result<void> checkCredentials(const Enrolment& enrolment);

} // namespace chinhchu::app
