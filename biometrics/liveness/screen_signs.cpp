#include "biometrics/liveness/screen_signs.h"

#include "biometrics/image_bridge.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace chinhchu::biometrics {

namespace {

constexpr int patchSide = 128;

/// The middle of the face at its own resolution: scaling would wash the waves out.
cv::Mat facePatch(const cv::Mat& grey, const Face& face)
{
    const cv::Point centre(static_cast<int>(face.x + face.width / 2), static_cast<int>(face.y + face.height / 2));
    const cv::Rect part(centre.x - patchSide / 2, centre.y - patchSide / 2, patchSide, patchSide);
    const cv::Rect whole(0, 0, grey.cols, grey.rows);
    return (part & whole) == part ? grey(part) : cv::Mat();
}

/// Logarithm of the power spectrum, zero frequency in the middle.
cv::Mat spectrumOf(const cv::Mat& patch)
{
    cv::Mat exact, smooth, window, transformed;
    patch.convertTo(exact, CV_32F);
    cv::GaussianBlur(exact, smooth, {}, 3);
    exact -= smooth;
    cv::createHanningWindow(window, exact.size(), CV_32F);
    cv::dft(exact.mul(window), transformed, cv::DFT_COMPLEX_OUTPUT);
    std::vector<cv::Mat> parts;
    cv::split(transformed, parts);
    cv::Mat power = parts[0].mul(parts[0]) + parts[1].mul(parts[1]) + 1;
    cv::log(power, power);
    power *= 10 / std::numbers::ln10;
    const int half = patchSide / 2;
    cv::Mat shifted(power.size(), CV_32F);
    for (const cv::Point from : {cv::Point(0, 0), cv::Point(half, 0), cv::Point(0, half), cv::Point(half, half)}) {
        const cv::Point to(half - from.x, half - from.y);
        power(cv::Rect(from, cv::Size(half, half))).copyTo(shifted(cv::Rect(to, cv::Size(half, half))));
    }
    return shifted;
}

double moireOf(const cv::Mat& patch)
{
    const cv::Mat spectrum = spectrumOf(patch);
    // A line of the spectrum against its surroundings: edges of a face spread over many, a grid has one.
    cv::Mat surroundings;
    cv::medianBlur(spectrum, surroundings, 5);
    cv::GaussianBlur(surroundings, surroundings, {}, 2);
    const cv::Mat above = spectrum - surroundings;
    const double half = patchSide / 2.0;
    double strongest = 0;
    // Pairs of peaks opposite each other: x against -x.
    for (int y = 2; y < patchSide - 2; ++y) {
        for (int x = 2; x <= patchSide / 2; ++x) {
            const double radius = std::hypot(x - half, y - half);
            // Slow waves are the face itself.
            if (radius < 14 || radius > 62)
                continue;
            strongest = std::max(strongest, static_cast<double>(above.at<float>(y, x)));
        }
    }
    return strongest;
}

/// How much of a ring of lines around the face is a straight edge.
double borderOf(const cv::Mat& grey, const Face& face)
{
    constexpr double side = 320;
    const double scale = std::min(1.0, side / std::max(grey.cols, grey.rows));
    cv::Mat small, edges;
    cv::resize(grey, small, {}, scale, scale, cv::INTER_AREA);
    cv::Canny(small, edges, 40, 120);
    std::vector<cv::Vec4i> lines;
    const double faceSide = face.width * scale;
    cv::HoughLinesP(edges, lines, 1, std::numbers::pi / 180, 40, faceSide * 0.9, 6);
    const cv::Point2d centre((face.x + face.width / 2) * scale, (face.y + face.height / 2) * scale);
    // The longest edge in each of the four directions as seen from the face, if it passes the face at the side.
    double longest[4] = {};
    for (const cv::Vec4i& line : lines) {
        const cv::Point2d a(line[0], line[1]), b(line[2], line[3]), along = b - a;
        const double length = cv::norm(along);
        const double distance = along.cross(centre - a) / length;
        if (std::abs(distance) < faceSide * 0.55)
            continue;
        const cv::Point2d foot = centre - cv::Point2d(-along.y, along.x) * (distance / length);
        const cv::Point2d to = foot - centre;
        const bool upright = std::abs(along.y) > std::abs(along.x);
        const int direction = upright ? (to.x < 0 ? 0 : 1) : (to.y < 0 ? 2 : 3);
        longest[direction] = std::max(longest[direction], std::min(length / (1.6 * faceSide), 1.0));
    }
    std::sort(std::begin(longest), std::end(longest), std::greater<>());
    return (longest[0] + longest[1] + longest[2]) / 3;
}

} // namespace

ScreenSigns lookForScreen(const Image& image, const Face& face)
{
    ScreenSigns signs;
    if (image.empty())
        return signs;
    cv::Mat grey;
    cv::cvtColor(viewOf(image), grey, cv::COLOR_BGR2GRAY);
    if (const cv::Mat patch = facePatch(grey, face); !patch.empty())
        signs.moire = moireOf(patch);
    signs.border = borderOf(grey, face);
    return signs;
}

} // namespace chinhchu::biometrics
