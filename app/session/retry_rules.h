#pragma once

#include "app/session/transitions.h"

namespace chinhchu::app {

/// Which way back a failure leaves open, by its code and the state it happened in. Nothing: the session can only end.
/// The number of tries is counted elsewhere (SessionPolicy::tries).
std::optional<SessionEvent> retryEventFor(FailureCode code, Session::State failedIn);

/// Whether a card that fails like this in every try is taken for one without a chip: silent, or none of ours.
bool meansNoChip(FailureCode code);

/// Of several exit statuses that hold at once the one to report: the first of 2, 3, 4, 5, 7, 9, 6, 8, else 0.
int firstExitStatus(std::span<const int> statuses);

} // namespace chinhchu::app
