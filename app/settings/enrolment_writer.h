#pragma once

#include "app/settings/enrolment.h"

namespace chinhchu::app {

/// Puts an enrolment where Enrolment::load() finds it, whole or not at all: a power cut leaves no half of one.
/// SETTINGS_INVALID when key and certificates do not fit together, USAGE_INVALID when the device is enrolled already.
Result<void> writeEnrolment(const Home& home, const Enrolment& enrolment);

/// USAGE_INVALID when there is an enrolment in @p home already.
Result<void> checkNotEnrolled(const Home& home);

} // namespace chinhchu::app
