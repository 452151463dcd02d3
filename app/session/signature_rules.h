#pragma once

#include "app/evidence/evidence.h"

namespace chinhchu::app {

/// Whether a drawing can be somebody's signature and is no larger than the evidence has room for: some ink, points
/// within the field in the order of time, a PNG of them.
bool isUsableSignature(const Evidence::Signature& drawing);

} // namespace chinhchu::app
