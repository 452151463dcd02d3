#pragma once

#include "biometrics/image.h"
#include "resources/base/failure.h"

#include <string>

namespace chinhchu::biometrics {

/// A picture of the operator's own: any format OpenCV reads, scaled down to at most 1280 x 720 when @p scaled.
/// A suffix "#x,y,w,h" takes that part of it (in pixels of the file), so that one of several people in a photograph can
/// stand in front of the camera. FILE_UNREADABLE, USAGE_INVALID (a suffix that is none, or lies outside).
Result<Image> loadPicture(const std::string& fileWithCrop, bool scaled = true);

} // namespace chinhchu::biometrics
