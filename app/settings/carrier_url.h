#pragma once

#include "resources/base/failure.h"

#include <QString>
#include <QUrl>

namespace chinhchu::app {

/// The carrier's address as a person or a file gives it: https with a host, else USAGE_INVALID. Nothing about a citizen
/// ever leaves over anything but TLS. An empty text is an empty address: the enrolment's counts.
Result<QUrl> carrierUrl(const QString& text);

} // namespace chinhchu::app
