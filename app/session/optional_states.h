#pragma once

#include "app/session/session.h"

namespace chinhchu::app {

/// Whether @p state has anything to do in this session. Most always have; those that the carrier's policy may ask for
/// are left out by the table's arrow `not asked` when it does not, or when nothing is left to ask.
bool isAskedFor(Session::State state, const SessionFacts& facts, const SessionPolicy& policy);

} // namespace chinhchu::app
