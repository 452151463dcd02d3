#pragma once

#include "app/carrier/carrier_time.h"
#include "resources/base/failure.h"

namespace chinhchu::app {

/// Whether a session may begin at this time. Where the carrier was heard since the machine was started, the session goes by
/// its time whatever the clock says. Else CLOCK_WRONG for a clock that is behind what the carrier said long ago: it is
/// wrong for certain, nobody knows by how much, and a carrier refuses what was made before its nonce.
Result<void> clockMayServe(const std::optional<CarrierTime>& carrier);

/// By how much the clock is off, for the trail; nothing below five minutes, or when nobody knows.
std::optional<QString> clockWarning(const std::optional<CarrierTime>& carrier);

} // namespace chinhchu::app
