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
// Where point 168, the bridge of the nose, stands among them.
constexpr std::size_t bridge = 4;

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

/// One number for each coordinate of each point.
using Pattern = cv::Mat_<double>;

Pattern patternOf(const std::vector<cv::Point2d>& points)
{
    Pattern pattern(static_cast<int>(2 * points.size()), 1);
    for (int i = 0; i < static_cast<int>(points.size()); ++i) {
        pattern(2 * i) = points[static_cast<std::size_t>(i)].x;
        pattern(2 * i + 1) = points[static_cast<std::size_t>(i)].y;
    }
    return pattern;
}

/// Its direction; nothing where it has none.
Pattern unitOf(const Pattern& pattern)
{
    const double length = cv::norm(pattern);
    return length > 1e-9 ? Pattern(pattern / length) : Pattern::zeros(pattern.size());
}

/// What a thing with these depths behind the points of the frontal view leaves when it turns by @p degrees. How far
/// hardly matters for the pattern.
Pattern patternOfTurn(const std::vector<cv::Point2d>& from, const std::vector<double>& depths, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180;
    std::vector<cv::Point2d> turned = from;
    for (std::size_t i = 0; i < from.size(); ++i)
        turned[i].x = from[i].x * std::cos(angle) + depths[i] * std::sin(angle);
    const std::vector<cv::Point2d> left = residuals(from, turned);
    return patternOf(left.empty() ? std::vector<cv::Point2d>(from.size()) : left);
}

std::vector<double> depthsOf(const FaceMesh& mesh)
{
    std::vector<double> depths;
    for (const std::size_t i : rigid)
        depths.push_back((mesh.points[i].z - mesh.points[eyeRight].z) / unitOf(mesh));
    return depths;
}

/// Depths of a sheet bent around an upright axis through the bridge of the nose: a parabola, or one that leans.
std::vector<double> bentDepths(const std::vector<cv::Point2d>& points, int power)
{
    std::vector<double> depths;
    for (const cv::Point2d& point : points)
        depths.push_back(std::pow(point.x - points[bridge].x, power));
    return depths;
}

struct Turned
{
    double parallax = 0, relief = 0;
};

/// The length of @p seen along what a turn of this head would leave, and along what is left of that when everything a
/// bent sheet would leave is taken away; as root mean squares over the points.
Turned alongTurn(const Pattern& seen, const std::vector<cv::Point2d>& from, const std::vector<double>& depths,
                 double degrees)
{
    const Pattern head = patternOfTurn(from, depths, degrees);
    const Pattern parabola = unitOf(patternOfTurn(from, bentDepths(from, 2), degrees));
    Pattern leaning = patternOfTurn(from, bentDepths(from, 3), degrees);
    leaning = unitOf(leaning - parabola.dot(leaning) * parabola);
    const Pattern rest = head - parabola.dot(head) * parabola - leaning.dot(head) * leaning;
    const double points = std::sqrt(static_cast<double>(rigid.size()));
    return {seen.dot(unitOf(head)) / points, seen.dot(unitOf(rest)) / points};
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
    const std::vector<cv::Point2d> left = residuals(from, to);
    if (left.empty())
        return {};
    const Pattern seen = patternOf(left);
    ViewPair pair;
    pair.residual = cv::norm(seen) / std::sqrt(static_cast<double>(rigid.size()));
    for (const double degrees : {-20.0, 20.0}) {
        const Turned turned = alongTurn(seen, from, depthsOf(first), degrees);
        pair.parallax = std::max(pair.parallax, turned.parallax);
        pair.relief = std::max(pair.relief, turned.relief);
    }
    pair.foreshortening = narrowing(from, to);
    return pair;
}

} // namespace chinhchu::biometrics
