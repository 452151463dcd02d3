#include "biometrics/image_bridge.h"

#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgproc.hpp>

namespace chinhchu::biometrics {

cv::Mat viewOf(const Image& image)
{
    // OpenCV has no read-only matrix; nothing here writes through this one.
    return {image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.pixels.data())};
}

Image imageOf(const cv::Mat& matrix)
{
    cv::Mat bytes = matrix;
    if (matrix.depth() == CV_16U)
        matrix.convertTo(bytes, CV_8U, 1.0 / 257);
    if (bytes.empty() || bytes.depth() != CV_8U)
        return {};
    Image image{bytes.cols, bytes.rows, Bytes(static_cast<std::size_t>(bytes.cols) * bytes.rows * 3)};
    cv::Mat target = viewOf(image);
    switch (bytes.channels()) {
    case 1:
        cv::cvtColor(bytes, target, cv::COLOR_GRAY2BGR);
        return image;
    case 3:
        bytes.copyTo(target);
        return image;
    case 4:
        cv::cvtColor(bytes, target, cv::COLOR_BGRA2BGR);
        return image;
    default:
        return {};
    }
}

void silenceOpenCv()
{
    static const auto previous = cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    static_cast<void>(previous);
}

} // namespace chinhchu::biometrics
