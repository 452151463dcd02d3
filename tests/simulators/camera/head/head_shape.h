#pragma once

#include <opencv2/core.hpp>

namespace chinhchu::stage {

/// How far the surface of an average head comes towards the camera, from a formula of our own: a superellipsoid with
/// nose, eye sockets, mouth and chin. No network has a part in it. Unit: the distance between the eyes; origin between
/// the eyes; x to the right of the picture, y down, z towards the camera.
/// @p stretch is the height of this face over that of the average one.
double headDepth(double x, double y, double stretch);

/// 1 well inside the outline of the head, 0 outside, soft in between.
double headCover(double x, double y, double stretch);

/// The axis about which a head turns and nods.
inline const cv::Point3d headPivot{0, 0.8, -1.3};

} // namespace chinhchu::stage
