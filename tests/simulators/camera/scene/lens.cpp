#include "tests/simulators/camera/scene/lens.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace chinhchu::stage {

cv::Mat Lens::through(const cv::Mat& view, std::mt19937& random) const
{
    cv::Mat light;
    view.convertTo(light, CV_32F, exposure);
    for (int y = 0; y < light.rows; ++y) {
        auto* row = light.ptr<cv::Vec3f>(y);
        for (int x = 0; x < light.cols; ++x) {
            const double u = 2.0 * x / light.cols - 1, v = 2.0 * y / light.rows - 1;
            const double gain = (1 - vignette * (u * u + v * v) / 2) * (1 - std::max(0.0, sideLight * u));
            row[x] *= static_cast<float>(gain);
        }
    }
    if (blur > 0)
        cv::GaussianBlur(light, light, {}, blur);
    cv::Mat grain(light.size(), light.type());
    cv::RNG generator(random());
    generator.fill(grain, cv::RNG::NORMAL, 0, noise);
    light += grain;
    cv::Mat result;
    light.convertTo(result, CV_8U);
    return result;
}

} // namespace chinhchu::stage
