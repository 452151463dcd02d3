#include "biometrics/quality/face_pixels.h"

#include "biometrics/image_bridge.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace chinhchu::biometrics {

namespace {

constexpr int eyeDistance = 96;
constexpr int side = 192;
constexpr int eyeLine = 64;

/// The face from the brows to below the mouth, eyes level; as grey values.
cv::Mat levelFace(const Image& image, const Face& face)
{
    const auto& p = face.landmarks;
    const cv::Point2d left((p[0].x + p[1].x) / 2, (p[0].y + p[1].y) / 2);
    const cv::Point2d right((p[2].x + p[3].x) / 2, (p[2].y + p[3].y) / 2);
    const cv::Point2d middle = (left + right) / 2;
    const double scale = eyeDistance / std::max(std::hypot(left.x - right.x, left.y - right.y), 1.0);
    const double angle = std::atan2(left.y - right.y, left.x - right.x) * 180 / std::numbers::pi;
    cv::Mat transform = cv::getRotationMatrix2D(middle, angle, scale);
    transform.at<double>(0, 2) += side / 2.0 - middle.x;
    transform.at<double>(1, 2) += eyeLine - middle.y;
    cv::Mat face8;
    // Area averaging is not offered for rotations: a face that shrinks is smoothed first, or it would look sharper.
    cv::Mat source = viewOf(image);
    if (scale < 0.5) {
        cv::Mat smooth;
        cv::GaussianBlur(source, smooth, {}, 0.4 / scale);
        source = smooth;
    }
    cv::warpAffine(source, face8, transform, {side, side}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::Mat grey;
    cv::cvtColor(face8, grey, cv::COLOR_BGR2GRAY);
    return grey;
}

/// The second derivative across and down; blur by motion takes away one of them, bad focus both.
double leastSecondDerivative(const cv::Mat& grey)
{
    cv::Mat exact, smooth;
    grey.convertTo(exact, CV_32F);
    // Camera noise and the steps of 8-bit values are not sharpness.
    cv::GaussianBlur(exact, smooth, {}, 1.0);
    const cv::Mat across = (cv::Mat_<float>(1, 5) << -1, 0, 2, 0, -1);
    double least = 1e9;
    for (const cv::Mat& kernel : {across, cv::Mat(across.t())}) {
        cv::Mat derivative;
        cv::filter2D(smooth, derivative, CV_32F, kernel);
        cv::Scalar mean, deviation;
        cv::meanStdDev(derivative, mean, deviation);
        least = std::min(least, deviation[0]);
    }
    return least;
}

} // namespace

FacePixels::FacePixels(const Image& image, const Face& face)
{
    const cv::Mat grey = levelFace(image, face);
    cv::Scalar mean, deviation;
    cv::meanStdDev(grey, mean, deviation);
    m_mean = mean[0];
    m_deviation = deviation[0];
    m_overExposed = cv::countNonZero(grey > 250) / double(grey.total());
    const double leftMean = cv::mean(grey.colRange(0, side / 2))[0];
    const double rightMean = cv::mean(grey.colRange(side / 2, side))[0];
    m_uniformity = std::min(leftMean, rightMean) / std::max({leftMean, rightMean, 1.0});
    // Relative to the contrast: a dim face is not a blurred one. Per mille, to be readable.
    m_sharpness = m_deviation > 1 ? 1000 * leastSecondDerivative(grey) / m_deviation : 0;
}

} // namespace chinhchu::biometrics
