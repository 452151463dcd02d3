#pragma once

#include "app/settings/database.h"

namespace chinhchu::app {

/// Creates what is missing in the file of a queue; STORAGE_FAILED for a file of a newer version.
Result<void> migrateOutbox(Database& database);

} // namespace chinhchu::app
