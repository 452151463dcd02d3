#pragma once

#include <opencv2/core.hpp>

#include <optional>
#include <vector>

namespace chinhchu::biometrics {

/// ISO/IEC 7810, ID-1.
inline constexpr double DocumentLongMm = 85.60;
inline constexpr double DocumentShortMm = 53.98;

/// The four corners of the largest card-shaped thing that is seen whole in a grey picture, in order around it, the first
/// two along a long side.
std::optional<std::vector<cv::Point2f>> findDocument(const cv::Mat& grey);

/// The card laid straight, @p width pixels long.
cv::Mat straightened(const cv::Mat& picture, const std::vector<cv::Point2f>& corners, int width);

} // namespace chinhchu::biometrics
