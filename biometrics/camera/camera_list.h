#pragma once

#include "biometrics/camera/camera_source.h"

#include <optional>

namespace chinhchu::biometrics {

/// Asks the driver of a V4L2 device who it is; nothing when it captures no video. `name` is the driver's card name.
std::optional<CameraInfo> queryCamera(const std::string& device);

} // namespace chinhchu::biometrics
