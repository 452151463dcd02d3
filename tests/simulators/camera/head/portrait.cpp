#include "tests/simulators/camera/head/portrait.h"

#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>
#include <memory>
#include <numbers>

namespace chinhchu::stage {

namespace {

constexpr int side = 640;
constexpr float leastScore = 0.6F;

/// The five points of the best cell of one stride; YuNet's order: eye and eye from the left of the picture, nose tip,
/// mouth corners.
void takeBest(const cv::Mat& classes, const cv::Mat& objects, const cv::Mat& boxes, const cv::Mat& points, int stride,
              double& bestSize, std::array<cv::Point2d, 5>& best)
{
    const int across = side / stride;
    for (int cell = 0; cell < across * across; ++cell) {
        const float score = std::sqrt(classes.ptr<float>()[cell] * objects.ptr<float>()[cell]);
        const double size = std::exp(boxes.ptr<float>()[cell * 4 + 2]) * stride * score;
        if (score < leastScore || size <= bestSize)
            continue;
        bestSize = size;
        for (int i = 0; i < 5; ++i) {
            const float* p = points.ptr<float>() + cell * 10 + i * 2;
            best[i] = {(p[0] + cell % across) * stride, (p[1] + cell / across) * stride};
        }
    }
}

/// Where the photograph ends it fades into a soft continuation: an edge would be that of a sheet of paper.
cv::Mat withoutEdges(const cv::Mat& picture, cv::Size source, const cv::Mat& transform)
{
    cv::Mat inside(source, CV_32F, cv::Scalar(1));
    const int rim = std::max(2, source.width / 12);
    cv::copyMakeBorder(inside(cv::Rect(rim, rim, source.width - 2 * rim, source.height - 2 * rim)), inside, rim, rim,
                       rim, rim, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::Mat share, share3, soft, small, a, b, result;
    cv::GaussianBlur(inside, inside, {}, rim / 2.5);
    cv::warpAffine(inside, share, transform, picture.size(), cv::INTER_LINEAR);
    cv::resize(picture, small, {}, 1.0 / 16, 1.0 / 16, cv::INTER_AREA);
    cv::GaussianBlur(small, small, {}, 3);
    cv::resize(small, soft, picture.size(), 0, 0, cv::INTER_CUBIC);
    cv::merge(std::vector<cv::Mat>{share, share, share}, share3);
    picture.convertTo(a, CV_32F);
    soft.convertTo(b, CV_32F);
    cv::subtract(a, b, a);
    cv::multiply(a, share3, a);
    cv::add(a, b, a);
    a.convertTo(result, CV_8U);
    return result;
}

} // namespace

struct PortraitMaker::Net
{
    cv::dnn::Net net;
};

PortraitMaker::PortraitMaker(const std::string& model)
    : m_net(std::make_unique<Net>())
{
    m_net->net = cv::dnn::readNetFromONNX(model);
    m_net->net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
}

PortraitMaker::~PortraitMaker() = default;

std::optional<Portrait> PortraitMaker::make(const cv::Mat& picture)
{
    // Tightly cut faces are missed without some margin.
    const int margin = std::max(picture.cols, picture.rows) / 8;
    cv::Mat wide;
    cv::copyMakeBorder(picture, wide, margin, margin, margin, margin, cv::BORDER_REPLICATE);
    const double scale = double(side) / std::max(wide.cols, wide.rows);
    cv::Mat input;
    cv::resize(wide, input, {}, scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    cv::copyMakeBorder(input, input, 0, std::max(0, side - input.rows), 0, std::max(0, side - input.cols),
                       cv::BORDER_CONSTANT);
    input = input(cv::Rect(0, 0, side, side));
    m_net->net.setInput(cv::dnn::blobFromImage(input));
    const std::vector<cv::String> names{"cls_8",  "cls_16",  "cls_32",  "obj_8", "obj_16", "obj_32",
                                        "bbox_8", "bbox_16", "bbox_32", "kps_8", "kps_16", "kps_32"};
    std::vector<cv::Mat> out;
    m_net->net.forward(out, names);
    double size = 0;
    std::array<cv::Point2d, 5> points;
    for (int i = 0; i < 3; ++i)
        takeBest(out[i], out[3 + i], out[6 + i], out[9 + i], 8 << i, size, points);
    if (size <= 0)
        return std::nullopt;
    for (cv::Point2d& point : points)
        point = point / scale - cv::Point2d(margin, margin);
    return Portrait{picture.clone(), points[0], points[1], points[2], points[3], points[4]};
}

Portrait placed(const Portrait& portrait, cv::Size size, cv::Point2d eyes, double eyeDistance)
{
    const cv::Point2d across = portrait.rightEye - portrait.leftEye;
    const cv::Point2d middle = (portrait.rightEye + portrait.leftEye) / 2;
    const double scale = eyeDistance / portrait.eyeDistance();
    cv::Mat transform = cv::getRotationMatrix2D(middle, std::atan2(across.y, across.x) * 180 / std::numbers::pi, scale);
    transform.at<double>(0, 2) += eyes.x - middle.x;
    transform.at<double>(1, 2) += eyes.y - middle.y;
    const auto at = [&](cv::Point2d p) {
        const double* t = transform.ptr<double>();
        return cv::Point2d(t[0] * p.x + t[1] * p.y + t[2], t[3] * p.x + t[4] * p.y + t[5]);
    };
    cv::Mat source = portrait.picture;
    if (scale < 0.5)
        cv::GaussianBlur(source, source, {}, 0.4 / scale);
    Portrait result{{},
                    at(portrait.leftEye),
                    at(portrait.rightEye),
                    at(portrait.noseTip),
                    at(portrait.leftMouth),
                    at(portrait.rightMouth)};
    cv::warpAffine(source, result.picture, transform, size, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    result.picture = withoutEdges(result.picture, source.size(), transform);
    return result;
}

} // namespace chinhchu::stage
