#pragma once

#include "biometrics/image.h"
#include "resources/base/failure.h"

#include <QString>

namespace chinhchu::app::cli {

/// The whole content of a regular file of at most @p limit bytes; FILE_UNREADABLE names any other, and never waits for
/// a pipe.
Result<Bytes> readFile(const QString& path, qint64 limit = 64 * 1024 * 1024);

/// A picture file of the operator's own, or with "#x,y,w,h" a part of it; FILE_UNREADABLE names it.
Result<biometrics::Image> readImage(const QString& path);

} // namespace chinhchu::app::cli
