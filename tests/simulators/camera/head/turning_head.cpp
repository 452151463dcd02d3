#include "tests/simulators/camera/head/turning_head.h"

#include "tests/simulators/camera/head/head_shape.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace chinhchu::stage {

namespace {

/// The mean distance from the eyes to the mouth, in eye distances.
constexpr double averageMouth = 1.08;

cv::Mat mixed(const cv::Mat& front, const cv::Mat& back, const cv::Mat& share)
{
    cv::Mat rest, a, b, result;
    cv::subtract(cv::Scalar::all(1), share, rest);
    cv::multiply(front, share, a);
    cv::multiply(back, rest, b);
    cv::add(a, b, a);
    a.convertTo(result, CV_8U);
    return result;
}

/// What surrounds the head, drawn smoothly over the place where it was.
cv::Mat withoutHead(const cv::Mat& picture, const cv::Mat& cover)
{
    cv::Mat exact, weight, weight3;
    cv::threshold(cover, weight, 0.01, 1, cv::THRESH_BINARY_INV);
    picture.convertTo(exact, CV_32F);
    cv::merge(std::vector<cv::Mat>{weight, weight, weight}, weight3);
    // Small pictures are quick to soften; the far side of the head needs a wide brush.
    const cv::Size small(picture.cols / 8, picture.rows / 8);
    cv::Mat colour, share, filled;
    cv::resize(exact.mul(weight3), colour, small, 0, 0, cv::INTER_AREA);
    cv::resize(weight3, share, small, 0, 0, cv::INTER_AREA);
    cv::Mat sum = cv::Mat::zeros(small, CV_32FC3), total(small, CV_32FC3, cv::Scalar::all(1e-9));
    for (const double width : {2.0, 6.0, 16.0, 40.0}) {
        cv::Mat c, s;
        cv::GaussianBlur(colour, c, {}, width);
        cv::GaussianBlur(share, s, {}, width);
        const double trust = 1 / (width * width);
        cv::scaleAdd(c, trust, sum, sum);
        cv::scaleAdd(s, trust, total, total);
    }
    cv::divide(sum, total, sum);
    cv::resize(sum, filled, picture.size(), 0, 0, cv::INTER_LINEAR);
    return mixed(exact, filled, weight3);
}

} // namespace

TurningHead::TurningHead(Portrait portrait)
    : m_portrait(std::move(portrait))
    , m_origin((m_portrait.leftEye + m_portrait.rightEye) / 2)
    , m_unit(m_portrait.eyeDistance())
{
    const cv::Point2d mouth = (m_portrait.leftMouth + m_portrait.rightMouth) / 2;
    m_stretch = std::clamp((mouth.y - m_origin.y) / m_unit / averageMouth, 0.8, 1.3);
    const cv::Mat& picture = m_portrait.picture;
    m_cover.create(picture.size(), CV_32F);
    for (int y = 0; y < picture.rows; ++y) {
        for (int x = 0; x < picture.cols; ++x)
            m_cover.at<float>(y, x) =
                static_cast<float>(headCover((x - m_origin.x) / m_unit, (y - m_origin.y) / m_unit, m_stretch));
    }
    m_background = withoutHead(picture, m_cover);
}

cv::Mat TurningHead::view(const Pose& pose, double closed) const
{
    const cv::Mat skin = withEyesClosed(m_portrait, closed);
    Surface surface;
    surface.extent = {-1.6, -2.0, 3.2, 5.0};
    surface.depth = [this](double x, double y) { return headDepth(x, y, m_stretch); };
    surface.pivot = headPivot;
    const View seen = renderSurface(surface, pose, skin.size(), m_origin, m_unit);
    // Only where the head is seen there is something to draw.
    const cv::Rect part = cv::boundingRect(seen.seen);
    cv::Mat head, cover, result = m_background.clone();
    cv::remap(skin, head, seen.fromX(part), seen.fromY(part), cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    cv::remap(m_cover, cover, seen.fromX(part), seen.fromY(part), cv::INTER_LINEAR);
    cover.setTo(0, seen.seen(part) == 0);
    for (int y = 0; y < part.height; ++y) {
        auto* to = result.ptr<cv::Vec3b>(part.y + y) + part.x;
        const auto* from = head.ptr<cv::Vec3b>(y);
        const auto* share = cover.ptr<float>(y);
        for (int x = 0; x < part.width; ++x) {
            for (int c = 0; c < 3; ++c)
                to[x][c] = cv::saturate_cast<uchar>(static_cast<float>(from[x][c]) * share[x] +
                                                    static_cast<float>(to[x][c]) * (1 - share[x]));
        }
    }
    return result;
}

} // namespace chinhchu::stage
