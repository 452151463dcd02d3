#include "tests/simulators/camera/head/turning_head.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace chinhchu::stage {

namespace {

// In eye distances, from the middle of the eye.
constexpr double halfWidth = 0.27, lidAbove = 0.10, lidBelow = 0.10, brow = 0.20, fading = 0.12;

/// Where the row @p y comes from when the upper lid has come down by @p closed of its way; @p x across.
double sourceRow(double x, double y, double closed)
{
    const double within = std::clamp((halfWidth + fading - std::abs(x)) / fading, 0.0, 1.0);
    const double curve = std::sqrt(std::max(0.05, 1 - (x / halfWidth) * (x / halfWidth)));
    const double upper = -lidAbove * curve, lower = lidBelow * curve;
    if (y <= -brow || y >= lower || within <= 0)
        return y;
    const double lid = upper + closed * within * 0.94 * (lower - upper);
    if (y < lid) // skin between brow and lid, drawn out
        return -brow + (y + brow) * (upper + brow) / (lid + brow);
    return upper + (y - lid) * (lower - upper) / (lower - lid);
}

} // namespace

cv::Mat withEyesClosed(const Portrait& portrait, double closed)
{
    if (closed <= 0)
        return portrait.picture;
    cv::Mat result = portrait.picture.clone();
    const double unit = portrait.eyeDistance();
    for (const cv::Point2d& eye : {portrait.leftEye, portrait.rightEye}) {
        const cv::Rect whole(0, 0, result.cols, result.rows);
        const cv::Rect part =
            cv::Rect(cv::Point(eye - cv::Point2d(0.42, 0.36) * unit), cv::Point(eye + cv::Point2d(0.42, 0.14) * unit)) &
            whole;
        cv::Mat fromX(part.size(), CV_32F), fromY(part.size(), CV_32F), moved;
        for (int y = 0; y < part.height; ++y) {
            for (int x = 0; x < part.width; ++x) {
                const double dx = (part.x + x - eye.x) / unit, dy = (part.y + y - eye.y) / unit;
                fromX.at<float>(y, x) = static_cast<float>(part.x + x);
                fromY.at<float>(y, x) = static_cast<float>(eye.y + sourceRow(dx, dy, closed) * unit);
            }
        }
        cv::remap(portrait.picture, moved, fromX, fromY, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
        moved.copyTo(result(part));
    }
    return result;
}

} // namespace chinhchu::stage
