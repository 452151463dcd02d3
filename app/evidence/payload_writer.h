#pragma once

#include "app/evidence/evidence.h"

namespace chinhchu::app {

/// The payload of FORMAT.md. Written straight into memory that wipes itself: no JSON tree of personal data ever exists.
Bytes writePayload(const Evidence& evidence, const Enrolment& enrolment, const QDateTime& createdAt);

} // namespace chinhchu::app
