#pragma once

#include <opencv2/core.hpp>

#include <random>

namespace chinhchu::stage {

/// What light and camera do to a view.
struct Lens
{
    double exposure = 1;   ///< all values times this
    double sideLight = 0;  ///< -1 to 1: how much darker one side is
    double blur = 0;       ///< pixels, standard deviation
    double noise = 2.5;    ///< standard deviation of a value of 0-255
    double vignette = 0.1; ///< how much darker the corners are
    bool glasses = false;  ///< dark rims around the eyes are drawn by whoever knows where the eyes are

    [[nodiscard]] cv::Mat through(const cv::Mat& view, std::mt19937& random) const;
};

} // namespace chinhchu::stage
