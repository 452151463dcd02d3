#include "tests/simulators/camera/head/head_shape.h"

#include <algorithm>
#include <cmath>

namespace chinhchu::stage {

namespace {

constexpr double halfWidth = 1.25, halfHeight = 1.95, halfDepth = 1.45;
constexpr double middleY = 0.38, middleZ = -1.43;
constexpr double roundness = 2.3;

double bump(double x, double y, double atX, double atY, double wide, double high)
{
    const double dx = (x - atX) / wide, dy = (y - atY) / high;
    return std::exp(-(dx * dx + dy * dy) / 2);
}

double outline(double x, double y)
{
    return std::pow(std::abs(x) / halfWidth, roundness) + std::pow(std::abs(y - middleY) / halfHeight, roundness);
}

double nose(double x, double y)
{
    constexpr double root = -0.15, tip = 0.68, base = 0.92;
    if (y < root || y > base)
        return 0;
    const double along = (y - root) / (tip - root);
    const double height = y < tip ? 0.05 + 0.40 * along : 0.45 * (base - y) / (base - tip);
    const double width = 0.13 + 0.09 * std::min(along, 1.0);
    return height * std::exp(-x * x / (2 * width * width));
}

} // namespace

double headDepth(double x, double y, double stretch)
{
    y /= stretch;
    const double out = outline(x, y);
    const double rest = std::max(0.0, 1 - out);
    double z = middleZ + halfDepth * std::pow(rest, 1 / roundness);
    if (out >= 1)
        return z - 0.3 * (std::sqrt(out) - 1);
    z += nose(x, y);
    z -= 0.10 * (bump(x, y, -0.5, 0.0, 0.2, 0.13) + bump(x, y, 0.5, 0.0, 0.2, 0.13));
    z += 0.08 * bump(x, y, 0, -0.32, 0.6, 0.12);
    z += 0.10 * bump(x, y, 0, 1.15, 0.35, 0.18);
    z += 0.14 * bump(x, y, 0, 1.75, 0.35, 0.2);
    return z;
}

double headCover(double x, double y, double stretch)
{
    const double out = outline(x, y / stretch);
    return std::clamp((1.25 - out) / 0.35, 0.0, 1.0);
}

} // namespace chinhchu::stage
