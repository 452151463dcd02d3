#pragma once

#include <opencv2/core.hpp>

#include <functional>
#include <vector>

namespace chinhchu::stage {

/// Degrees, as the picture shows it: yaw positive to the right of the picture (the person's left), pitch positive
/// upwards, roll positive clockwise; a shift in eye distances.
struct Pose
{
    double yaw = 0, pitch = 0, roll = 0;
    double shiftX = 0, shiftY = 0;
};

/// A surface over the plane of a picture: depth as a function of the place, both in eye distances.
struct Surface
{
    cv::Rect2d extent;
    std::function<double(double x, double y)> depth;
    cv::Point3d pivot;
    int columns = 72, rows = 96;
};

/// Where each pixel of the view comes from: places in the picture (32-bit x and y), and where the surface is seen.
struct View
{
    cv::Mat fromX, fromY;
    cv::Mat seen; ///< 8 bit, 255 where the surface covers the pixel
};

/// The surface, turned by @p pose about its pivot, through a pinhole at @p distance eye distances, with the picture's
/// own pinhole taken out before: an unturned surface gives the picture unchanged. @p origin and @p unit are the place
/// of the origin and the length of an eye distance in pixels, in picture and view alike.
View renderSurface(const Surface& surface, const Pose& pose, cv::Size size, cv::Point2d origin, double unit,
                   double distance = 10);

} // namespace chinhchu::stage
