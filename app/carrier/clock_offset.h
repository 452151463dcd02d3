#pragma once

#include "app/carrier/carrier_time.h"

namespace chinhchu::app {

/// A clock that differs by more is told to the technician and noted in the trail; what the demonstration's carrier tolerates
/// is three times that.
constexpr std::chrono::minutes ToleratedClockOffset{5};

/// How much is to be added to this machine's clock so that it says what the carrier's says: since the carrier was heard,
/// time has been counted by a clock that nobody can set. Nothing where the carrier was not heard since the machine was
/// started, and nothing below a minute, where the way through the network counts as much as the clock.
///
/// A carrier refuses evidence from a time that is not its own; a kiosk whose clock is set wrong knows better than that.
std::chrono::milliseconds clockOffset(const std::optional<CarrierTime>& carrier);

/// The time, as well as it is known here.
QDateTime trustedNow(const std::optional<CarrierTime>& carrier);

} // namespace chinhchu::app
