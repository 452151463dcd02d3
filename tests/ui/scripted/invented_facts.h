#pragma once

#include "app/session/session.h"

namespace chinhchu::scripted {

/// What a session knows in @p state, of invented people. @p generous: the longest texts that may be expected.
app::SessionFacts inventedFacts(app::Session::State state, bool generous);

} // namespace chinhchu::scripted
