#include "biometrics/liveness/eye_watch.h"

#include "biometrics/image_bridge.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace chinhchu::biometrics {

namespace {

constexpr int patchWidth = 40, patchHeight = 20;
constexpr std::size_t remembered = 5;
// The patch reaches a little beyond the corners of the eye.
constexpr double cornersApart = 0.75;

cv::Mat eyePatch(const cv::Mat& bgr, const Point3& a, const Point3& b)
{
    const cv::Point2f middle((a.x + b.x) / 2, (a.y + b.y) / 2);
    const double length = std::max(std::hypot(b.x - a.x, b.y - a.y), 1.0F);
    const double angle = std::atan2(b.y - a.y, b.x - a.x) * 180 / std::numbers::pi;
    cv::Mat transform = cv::getRotationMatrix2D(middle, angle, cornersApart * patchWidth / length);
    transform.at<double>(0, 2) += patchWidth / 2.0 - middle.x;
    transform.at<double>(1, 2) += patchHeight / 2.0 - middle.y;
    cv::Mat patch, grey;
    cv::warpAffine(bgr, patch, transform, {patchWidth, patchHeight}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::cvtColor(patch, grey, cv::COLOR_BGR2GRAY);
    // Half a pixel of trembling of the mesh must not matter.
    cv::GaussianBlur(grey, grey, {}, 1.2);
    return grey;
}

/// Standard deviation over mean of what lies between the corners of the eyes, rims of glasses left out.
double contrastOf(const cv::Mat& bothEyes)
{
    const cv::Rect opening(patchWidth / 5, patchHeight / 5, patchWidth * 3 / 5, patchHeight * 3 / 5);
    double sum = 0;
    for (const int eye : {0, patchWidth}) {
        cv::Scalar mean, deviation;
        cv::meanStdDev(bothEyes(opening + cv::Point(eye, 0)), mean, deviation);
        sum += deviation[0] / std::max(mean[0], 1.0);
    }
    return sum / 2;
}

double middleOf(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
}

/// Both eyes beside each other.
cv::Mat eyesOf(const Image& image, const FaceMesh& mesh)
{
    const cv::Mat bgr = viewOf(image);
    cv::Mat both;
    cv::hconcat(eyePatch(bgr, mesh.points[33], mesh.points[133]), eyePatch(bgr, mesh.points[362], mesh.points[263]),
                both);
    return both;
}

} // namespace

bool EyeWatch::Sight::closed() const
{
    // Either the lids of the mesh meet, or the eyes look different and the mesh does not object; the less it says, the
    // more different they have to look. Open eyes at rest: likeness 0.97 and more, openness 0.92 and more.
    const bool byMesh = openness < 0.55 || (likeness < 0.76 && openness < 1.1) || (likeness < 0.88 && openness < 1.03) ||
                        (likeness < 0.93 && openness < 0.92);
    // Behind rims of glasses the mesh sees no lids move. Open eyes at rest: contrast 0.93 to 1.08.
    const bool byLids = (likeness < 0.90 && contrast < 0.78) || (likeness < 0.82 && contrast < 0.92);
    return known && (byMesh || byLids);
}

void EyeWatch::learn(const Image& image, const FaceMesh& mesh)
{
    if (mesh.points.size() < 468 || image.empty())
        return;
    m_open.push_back(eyesOf(image, mesh));
    m_openness.push_back(mesh.eyeOpenness());
    m_contrast.push_back(contrastOf(m_open.back()));
    if (m_open.size() > remembered) {
        m_open.erase(m_open.begin());
        m_openness.erase(m_openness.begin());
        m_contrast.erase(m_contrast.begin());
    }
}

EyeWatch::Sight EyeWatch::look(const Image& image, const FaceMesh& mesh) const
{
    Sight sight;
    if (m_open.empty() || mesh.points.size() < 468 || image.empty())
        return sight;
    sight.known = true;
    sight.openness = mesh.eyeOpenness() / std::max(middleOf(m_openness), 0.01);
    const cv::Mat now = eyesOf(image, mesh);
    sight.contrast = contrastOf(now) / std::max(middleOf(m_contrast), 0.01);
    sight.likeness = -1;
    // The mesh shifts a little with the lids: the best of small shifts counts.
    const cv::Mat inner = now(cv::Rect(2, 2, now.cols - 4, now.rows - 4));
    for (const cv::Mat& open : m_open) {
        cv::Mat scores;
        cv::matchTemplate(open, inner, scores, cv::TM_CCOEFF_NORMED);
        double best = -1;
        cv::minMaxLoc(scores, nullptr, &best);
        sight.likeness = std::max(sight.likeness, best);
    }
    return sight;
}

} // namespace chinhchu::biometrics
