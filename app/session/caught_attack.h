#pragma once

#include "biometrics/liveness/liveness_check.h"

namespace chinhchu::app {

/// Whether a liveness check that refused somebody has caught an attack (a picture, a screen, a mask, a clip or a picture put
/// in the camera's place; ISO/IEC 30107-3), and not only failed to see a living person. Attacks are counted by card, so what
/// a slow machine, a bad camera or somebody who does not understand gives must not be one: the table in the source says
/// score by score what counts and why.
bool isCaughtAttack(const biometrics::LivenessResult& result);

} // namespace chinhchu::app
