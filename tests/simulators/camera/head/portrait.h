#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <memory>
#include <optional>
#include <string>

namespace chinhchu::stage {

/// A frontal photograph and where the features of the face lie in it. Left and right as seen in the picture.
struct Portrait
{
    cv::Mat picture; ///< 8-bit BGR
    cv::Point2d leftEye, rightEye, noseTip, leftMouth, rightMouth;

    [[nodiscard]] double eyeDistance() const { return cv::norm(rightEye - leftEye); }
};

/// Finds the largest face with YuNet, which `biometrics` does not use: a simulator that saw with the product's eyes
/// would be blind to the product's mistakes.
class PortraitMaker
{
public:
    /// @p model is yunet_s_640_640.onnx; throws cv::Exception when it cannot be read.
    explicit PortraitMaker(const std::string& model);
    ~PortraitMaker();

    /// Nothing when no face is found.
    std::optional<Portrait> make(const cv::Mat& picture);

private:
    struct Net;
    std::unique_ptr<Net> m_net;
};

/// The portrait turned upright, scaled so that the eyes are @p eyeDistance pixels apart and their middle lies at @p
/// eyes in a picture of @p size; what the photograph does not cover is filled with its softened edge.
Portrait placed(const Portrait& portrait, cv::Size size, cv::Point2d eyes, double eyeDistance);

} // namespace chinhchu::stage
