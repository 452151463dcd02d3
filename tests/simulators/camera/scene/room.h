#pragma once

#include "tests/simulators/camera/head/portrait.h"

#include <random>

namespace chinhchu::stage {

/// The person of @p portrait, as `placed()` gives it, in a room of our own: what stood around them on the photograph,
/// its edges and its other people are no part of a scene at a kiosk. One room in three has a door frame and a shelf:
/// long straight edges that belong to no screen.
Portrait inRoom(Portrait portrait, std::mt19937& random);

} // namespace chinhchu::stage
