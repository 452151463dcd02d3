#pragma once

#include "biometrics/liveness/challenge_plan.h"

#include <vector>

namespace chinhchu::biometrics {

/// Movements one after the other, amounts left out.
using MovementOrder = std::vector<Movement>;

/// The orders a challenge of this style is drawn from, each as likely as any other.
std::vector<MovementOrder> admissibleOrders(ChallengeStyle style);

/// The orders, each as likely as any other, that stand in for the closing of the eyes at @p index of @p order when
/// nobody can see it: turns and looking up only, none following itself nor the movement before or after.
std::vector<MovementOrder> substitutesFor(const MovementOrder& order, std::size_t index, ChallengeStyle style);

/// The negative logarithm of what the best prepared clip has as its chance. Such a clip may wait before each movement
/// until the eyes are no longer asked for, and whatever it shows after the last movement does not count against it.
double bitsOfBestClip(ChallengeStyle style);

} // namespace chinhchu::biometrics
