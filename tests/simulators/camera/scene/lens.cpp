#include "tests/simulators/camera/scene/lens.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace chinhchu::stage {

namespace {

/// Noise is drawn once, in a field larger than a picture: every frame takes another part of it, which costs little and
/// still never gives the same picture twice.
const cv::Mat& grainFor(cv::Size size)
{
    thread_local cv::Mat field;
    if (field.cols < 2 * size.width || field.rows < 2 * size.height) {
        field.create(2 * size.height, 2 * size.width, CV_32FC3);
        cv::RNG(20261101).fill(field, cv::RNG::NORMAL, 0, 1);
    }
    return field;
}

} // namespace

cv::Mat Lens::through(const cv::Mat& view, std::mt19937& random) const
{
    cv::Mat soft = view;
    if (blur > 0)
        cv::GaussianBlur(view, soft, {}, blur);
    const cv::Mat& field = grainFor(view.size());
    const int left = static_cast<int>(random() % static_cast<unsigned>(view.cols));
    const int top = static_cast<int>(random() % static_cast<unsigned>(view.rows));
    std::vector<float> across(static_cast<std::size_t>(view.cols)), side(across.size());
    for (int x = 0; x < view.cols; ++x) {
        const double u = 2.0 * x / view.cols - 1;
        across[x] = static_cast<float>(vignette * u * u / 2);
        side[x] = static_cast<float>(exposure * (1 - std::max(0.0, sideLight * u)));
    }
    const auto strength = static_cast<float>(noise);
    cv::Mat result(view.size(), CV_8UC3);
    for (int y = 0; y < view.rows; ++y) {
        const double v = 2.0 * y / view.rows - 1;
        const auto down = static_cast<float>(1 - vignette * v * v / 2);
        const auto* from = soft.ptr<cv::Vec3b>(y);
        const auto* grain = field.ptr<cv::Vec3f>(top + y) + left;
        auto* to = result.ptr<cv::Vec3b>(y);
        for (int x = 0; x < view.cols; ++x) {
            const float gain = (down - across[x]) * side[x];
            for (int c = 0; c < 3; ++c)
                to[x][c] = cv::saturate_cast<uchar>(static_cast<float>(from[x][c]) * gain + strength * grain[x][c]);
        }
    }
    return result;
}

} // namespace chinhchu::stage
