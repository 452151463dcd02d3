#pragma once

#include "biometrics/image.h"

namespace chinhchu::scripted {

/// What the camera sees while a card is held before it: a drawn card with bars for words, nobody's.
biometrics::Image drawnCard(int width, int height, bool back);

} // namespace chinhchu::scripted
