#pragma once

#include "biometrics/image.h"

class QImage;

namespace chinhchu::scripted {

/// The same picture as a camera gives it; @p picture is RGB888.
biometrics::Image paintedImage(const QImage& picture);

} // namespace chinhchu::scripted
