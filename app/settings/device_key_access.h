#pragma once

#include "app/evidence/openssl_handles.h"
#include "app/settings/enrolment.h"

namespace chinhchu::app {

/// The device's key, from its file or its token. SETTINGS_INVALID when the file holds none, DEVICE_KEY_UNAVAILABLE when
/// the token does not answer.
Result<KeyHandle> deviceKey(const Enrolment& enrolment);

} // namespace chinhchu::app
