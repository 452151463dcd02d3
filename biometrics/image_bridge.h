#pragma once

#include "biometrics/image.h"

#include <opencv2/core.hpp>

namespace chinhchu::biometrics {

/// The picture's own memory seen as an OpenCV matrix; valid as long as @p image is.
cv::Mat viewOf(const Image& image);

/// A copy of a grey, BGR or BGRA matrix of 8 or 16 bits; empty for anything else.
Image imageOf(const cv::Mat& matrix);

/// OpenCV writes about broken pictures to stderr; here they are return values.
void silenceOpenCv();

} // namespace chinhchu::biometrics
