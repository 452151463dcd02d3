#pragma once

#include "app/evidence/evidence.h"

namespace chinhchu::app {

/// Turns the times at which something was done in the session into the carrier's, where that is known better than this
/// machine's clock (clockOffset): nothing is then done after the evidence was made, or before its nonce was.
void putOntoCarriersTime(Evidence& evidence);

} // namespace chinhchu::app
