#pragma once

#include "biometrics/image.h"

namespace chinhchu::scripted {

/// A drawn head and shoulders: nobody's face.
biometrics::Image drawnFace(int width, int height);

} // namespace chinhchu::scripted
