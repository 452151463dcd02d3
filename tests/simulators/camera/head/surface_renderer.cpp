#include "tests/simulators/camera/head/surface_renderer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace chinhchu::stage {

namespace {

struct Vertex
{
    cv::Point2d view;    ///< pixels
    double depth = 0;    ///< larger is nearer
    cv::Point2d picture; ///< pixels
};

cv::Matx33d rotation(const Pose& pose)
{
    constexpr double toRadians = std::numbers::pi / 180;
    // Signs for x right, y down, z towards the camera: the near side of the head moves to the right of the picture
    // with positive yaw and up with positive pitch.
    const double y = pose.yaw * toRadians, p = -pose.pitch * toRadians, r = pose.roll * toRadians;
    const cv::Matx33d yaw(std::cos(y), 0, std::sin(y), 0, 1, 0, -std::sin(y), 0, std::cos(y));
    const cv::Matx33d pitch(1, 0, 0, 0, std::cos(p), std::sin(p), 0, -std::sin(p), std::cos(p));
    const cv::Matx33d roll(std::cos(r), -std::sin(r), 0, std::sin(r), std::cos(r), 0, 0, 0, 1);
    return roll * pitch * yaw;
}

double across(cv::Point2d a, cv::Point2d b, cv::Point2d c)
{
    return (b - a).cross(c - a);
}

void drawTriangle(const Vertex& a, const Vertex& b, const Vertex& c, View& view, cv::Mat& nearest)
{
    const double area = across(a.view, b.view, c.view);
    if (area <= 1e-9) // seen from behind
        return;
    const auto low = [](double p, double q, double r) { return static_cast<int>(std::floor(std::min({p, q, r}))); };
    const auto high = [](double p, double q, double r) { return static_cast<int>(std::ceil(std::max({p, q, r}))); };
    const int left = std::max(0, low(a.view.x, b.view.x, c.view.x));
    const int right = std::min(view.seen.cols - 1, high(a.view.x, b.view.x, c.view.x));
    const int top = std::max(0, low(a.view.y, b.view.y, c.view.y));
    const int bottom = std::min(view.seen.rows - 1, high(a.view.y, b.view.y, c.view.y));
    for (int y = top; y <= bottom; ++y) {
        for (int x = left; x <= right; ++x) {
            const cv::Point2d here(x, y);
            const double wa = across(b.view, c.view, here) / area, wb = across(c.view, a.view, here) / area;
            const double wc = 1 - wa - wb;
            constexpr double seam = -1e-6;
            if (wa < seam || wb < seam || wc < seam)
                continue;
            const double depth = wa * a.depth + wb * b.depth + wc * c.depth;
            auto& known = nearest.at<float>(y, x);
            if (depth <= known)
                continue;
            known = static_cast<float>(depth);
            view.seen.at<uchar>(y, x) = 255;
            view.fromX.at<float>(y, x) = static_cast<float>(wa * a.picture.x + wb * b.picture.x + wc * c.picture.x);
            view.fromY.at<float>(y, x) = static_cast<float>(wa * a.picture.y + wb * b.picture.y + wc * c.picture.y);
        }
    }
}

} // namespace

View renderSurface(const Surface& surface, const Pose& pose, cv::Size size, cv::Point2d origin, double unit,
                   double distance)
{
    const cv::Matx33d turn = rotation(pose);
    std::vector<Vertex> grid;
    for (int row = 0; row <= surface.rows; ++row) {
        for (int column = 0; column <= surface.columns; ++column) {
            const double x = surface.extent.x + surface.extent.width * column / surface.columns;
            const double y = surface.extent.y + surface.extent.height * row / surface.rows;
            const double z = surface.depth(x, y);
            // The picture was taken through a pinhole as well.
            const cv::Vec3d solid(x * (distance - z) / distance - surface.pivot.x,
                                  y * (distance - z) / distance - surface.pivot.y, z - surface.pivot.z);
            const cv::Vec3d turned = turn * solid;
            const double zt = turned[2] + surface.pivot.z;
            const double scale = distance / (distance - zt);
            const cv::Point2d seen((turned[0] + surface.pivot.x + pose.shiftX) * scale,
                                   (turned[1] + surface.pivot.y + pose.shiftY) * scale);
            grid.push_back({origin + seen * unit, zt, origin + cv::Point2d(x, y) * unit});
        }
    }
    View view{cv::Mat(size, CV_32F, cv::Scalar(0)), cv::Mat(size, CV_32F, cv::Scalar(0)),
              cv::Mat(size, CV_8U, cv::Scalar(0))};
    cv::Mat nearest(size, CV_32F, cv::Scalar(-std::numeric_limits<float>::max()));
    const int width = surface.columns + 1;
    for (int row = 0; row < surface.rows; ++row) {
        for (int column = 0; column < surface.columns; ++column) {
            const Vertex& a = grid[row * width + column];
            const Vertex& b = grid[row * width + column + 1];
            const Vertex& c = grid[(row + 1) * width + column];
            const Vertex& d = grid[(row + 1) * width + column + 1];
            drawTriangle(a, b, c, view, nearest);
            drawTriangle(b, d, c, view, nearest);
        }
    }
    return view;
}

} // namespace chinhchu::stage
