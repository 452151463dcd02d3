#pragma once

#include "biometrics/camera/camera_source.h"

namespace chinhchu::biometrics {

/// One picture (with an optional crop, see loadPicture) or the pictures of a folder in name order, over and over.
Result<std::unique_ptr<CameraSource>> openPictureCamera(const std::string& fileOrFolder);

/// A video file at its own rate, over and over.
Result<std::unique_ptr<CameraSource>> openVideoCamera(const std::string& file);

/// A V4L2 device at 1280 x 720 and 30 frames a second, or as near as it gets.
Result<std::unique_ptr<CameraSource>> openDeviceCamera(const std::string& device);

} // namespace chinhchu::biometrics
