#pragma once

#include "resources/base/failure.h"

#include <QString>

namespace chinhchu::app {

/// Makes a new queue of what can be read of the damaged one in @p file and puts it in its place, last of all; the
/// damaged file stays beside as FILE.damaged-TIME. Until then nothing has changed: whoever is stopped in between begins
/// anew. The caller holds the queue's lock alone.
Result<void> recoverOutbox(const QString& file);

} // namespace chinhchu::app
