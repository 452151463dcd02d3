#include "biometrics/liveness/view_geometry.h"

#include <opencv2/calib3d.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace chinhchu::biometrics {

namespace {

// Indices of MediaPipe's mesh: eye corners, bridge, sides and tip of the nose, temples, cheek bones, forehead.
constexpr std::array rigid{33,  133, 362, 263, 168, 6,  197, 195, 5,   4,   1,  2,   98,
                           327, 127, 356, 234, 454, 10, 67,  297, 116, 345, 50, 280, 9};
constexpr std::size_t eyeRight = 33, eyeLeft = 263;

/// The eye distance of the mesh.
double unitOf(const FaceMesh& mesh)
{
    const Point3 &r = mesh.points[eyeRight], &l = mesh.points[eyeLeft];
    // The outer corners are about 1.45 eye distances apart.
    return std::max(std::hypot(l.x - r.x, l.y - r.y, l.z - r.z) / 1.45, 1.0);
}

std::vector<cv::Point2d> rigidPoints(const FaceMesh& mesh)
{
    const Point3& r = mesh.points[eyeRight];
    const double unit = unitOf(mesh);
    std::vector<cv::Point2d> points;
    for (const int i : rigid)
        points.emplace_back((mesh.points[i].x - r.x) / unit, (mesh.points[i].y - r.y) / unit);
    return points;
}

/// What no picture of a flat thing explains, point by point; nothing where there is no homography.
std::vector<cv::Point2d> residuals(const std::vector<cv::Point2d>& from, const std::vector<cv::Point2d>& to)
{
    const cv::Mat map = cv::findHomography(from, to, 0);
    if (map.empty())
        return {};
    std::vector<cv::Point2d> moved;
    cv::perspectiveTransform(from, moved, map);
    for (std::size_t i = 0; i < to.size(); ++i)
        moved[i] -= to[i];
    return moved;
}

double dot(const std::vector<cv::Point2d>& a, const std::vector<cv::Point2d>& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        sum += a[i].dot(b[i]);
    return sum;
}

/// What a head with the depth of this mesh leaves when it turns by @p degrees. How far hardly matters for the pattern.
std::vector<cv::Point2d> residualsOfTurn(const FaceMesh& mesh, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180;
    const std::vector<cv::Point2d> from = rigidPoints(mesh);
    const double unit = unitOf(mesh);
    std::vector<cv::Point2d> turned = from;
    for (std::size_t i = 0; i < rigid.size(); ++i) {
        const double depth = (mesh.points[rigid[i]].z - mesh.points[eyeRight].z) / unit;
        turned[i].x = from[i].x * std::cos(angle) + depth * std::sin(angle);
    }
    return residuals(from, turned);
}

/// The length of @p seen along what a turn to either side would leave, as a root mean square over the points.
double partOfTurn(const std::vector<cv::Point2d>& seen, const FaceMesh& frontal)
{
    double most = 0;
    for (const double degrees : {-20.0, 20.0}) {
        const std::vector<cv::Point2d> expected = residualsOfTurn(frontal, degrees);
        const double length = std::sqrt(dot(expected, expected));
        if (length > 0)
            most = std::max(most, dot(seen, expected) / length);
    }
    return most / std::sqrt(static_cast<double>(rigid.size()));
}

/// The two stretches of the least-squares affine map.
double narrowing(const std::vector<cv::Point2d>& from, const std::vector<cv::Point2d>& to)
{
    cv::Mat left(static_cast<int>(from.size()), 3, CV_64F), right(static_cast<int>(to.size()), 2, CV_64F), map;
    for (int i = 0; i < left.rows; ++i) {
        left.at<double>(i, 0) = from[i].x;
        left.at<double>(i, 1) = from[i].y;
        left.at<double>(i, 2) = 1;
        right.at<double>(i, 0) = to[i].x;
        right.at<double>(i, 1) = to[i].y;
    }
    if (!cv::solve(left, right, map, cv::DECOMP_SVD))
        return 0;
    cv::Mat stretches;
    cv::SVD::compute(map.rowRange(0, 2), stretches);
    const double larger = stretches.at<double>(0), smaller = stretches.at<double>(1);
    return larger > 0 ? 1 - smaller / larger : 0;
}

} // namespace

ViewPair compareViews(const FaceMesh& first, const FaceMesh& second)
{
    if (first.points.size() != second.points.size() || first.points.size() < 468)
        return {};
    const auto from = rigidPoints(first), to = rigidPoints(second);
    const std::vector<cv::Point2d> seen = residuals(from, to);
    const double all = std::sqrt(dot(seen, seen) / static_cast<double>(rigid.size()));
    return {all, partOfTurn(seen, first), narrowing(from, to)};
}

} // namespace chinhchu::biometrics
