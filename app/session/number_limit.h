#pragma once

#include "app/session/session.h"

#include <span>

namespace chinhchu::app {

/// Would these answers give the person a number more than may be registered here? Circular 08/2026: a prepaid number
/// four and up is registered only at a point of service that the carrier set up itself.
///
/// Counted are the prepaid numbers that the carrier names as the person's own and that were not disowned, and those the
/// person says are theirs. A number that the carrier names already is none that is registered now: who holds five may
/// authenticate all five anywhere. Numbers under a contract and those of an organisation do not count.
[[nodiscard]] bool exceedsNumberLimit(std::span<const SessionFacts::HeldNumber> numbers, Enrolment::Point point,
                                      int most);

} // namespace chinhchu::app
