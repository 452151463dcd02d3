#pragma once

#include "app/evidence/evidence.h"

namespace chinhchu::testing {

/// A whole session of an invented person. The chip's files are only bytes here: nothing in them verifies.
app::Evidence sampleEvidence();

} // namespace chinhchu::testing
