#pragma once

#include "app/session/session.h"

#include <span>

namespace chinhchu::app {

/// May the session go on from its numbers? Each has been asked about, and at least one is confirmed or disowned: a
/// binding that says nothing of any number binds nobody.
[[nodiscard]] bool answersAreComplete(std::span<const SessionFacts::HeldNumber> numbers);

} // namespace chinhchu::app
