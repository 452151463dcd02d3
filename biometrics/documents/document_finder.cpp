#include "biometrics/documents/document_finder.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace chinhchu::biometrics {

namespace {

/// Less of the picture is no card that anybody shows, but may be the photograph on one that is not seen whole.
constexpr double leastShare = 0.12;
/// A corner nearer to the edge belongs to a card that goes on outside.
constexpr float edge = 3;
/// From far aside ID-1's 1.586 looks narrower or longer; beyond this it is something else.
constexpr double narrowest = 1.05;
constexpr double longest = 2.2;
/// Edges are sought in a picture of this width: the grain of the camera and the print of the card vanish.
constexpr int searchWidth = 640;

double distance(cv::Point2f a, cv::Point2f b)
{
    return cv::norm(a - b);
}

/// Rounded corners and fingers at the rim cost a polygon some points more or less: the first tolerance that gives four.
std::vector<cv::Point2f> quadrangle(const std::vector<cv::Point>& contour)
{
    std::vector<cv::Point> hull;
    cv::convexHull(contour, hull);
    const double length = cv::arcLength(hull, true);
    for (const double tolerance : {0.02, 0.03, 0.04, 0.06}) {
        std::vector<cv::Point2f> corners;
        std::vector<cv::Point> polygon;
        cv::approxPolyDP(hull, polygon, tolerance * length, true);
        if (polygon.size() == 4) {
            corners.assign(polygon.begin(), polygon.end());
            return corners;
        }
    }
    return {};
}

bool isWholeCard(const std::vector<cv::Point2f>& corners, cv::Size picture)
{
    const bool inside = std::ranges::all_of(corners, [&](cv::Point2f each) {
        return each.x > edge && each.y > edge && each.x < static_cast<float>(picture.width) - edge &&
               each.y < static_cast<float>(picture.height) - edge;
    });
    const double one = distance(corners[0], corners[1]) + distance(corners[2], corners[3]);
    const double other = distance(corners[1], corners[2]) + distance(corners[3], corners[0]);
    const double shape = std::max(one, other) / std::max(std::min(one, other), 1.0);
    return inside && shape >= narrowest && shape <= longest;
}

/// Around the card clockwise from its upper left, so that the card lies as it was held.
void putInOrder(std::vector<cv::Point2f>& corners)
{
    if (cv::contourArea(corners, true) < 0)
        std::ranges::reverse(corners);
    const auto upperLeft = std::ranges::min_element(corners, {}, [](cv::Point2f each) { return each.x + each.y; });
    std::rotate(corners.begin(), upperLeft, corners.end());
    const double first = distance(corners[0], corners[1]) + distance(corners[2], corners[3]);
    const double second = distance(corners[1], corners[2]) + distance(corners[3], corners[0]);
    if (first < second)
        std::rotate(corners.begin(), corners.begin() + 1, corners.end());
}

std::vector<std::vector<cv::Point>> outlines(const cv::Mat& grey)
{
    cv::Mat soft;
    cv::GaussianBlur(grey, soft, cv::Size(5, 5), 0);
    cv::Mat edges;
    cv::Canny(soft, edges, 25, 75);
    cv::dilate(edges, edges, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(3, 3)));
    std::vector<std::vector<cv::Point>> found;
    cv::findContours(edges, found, cv::RETR_LIST, cv::CHAIN_APPROX_SIMPLE);
    return found;
}

} // namespace

std::optional<std::vector<cv::Point2f>> findDocument(const cv::Mat& grey)
{
    const double scale = std::min(1.0, static_cast<double>(searchWidth) / grey.cols);
    cv::Mat small;
    cv::resize(grey, small, {}, scale, scale, cv::INTER_AREA);
    std::optional<std::vector<cv::Point2f>> best;
    double largest = leastShare * static_cast<double>(small.size().area());
    for (const auto& outline : outlines(small)) {
        const double area = cv::contourArea(outline);
        if (area <= largest)
            continue;
        std::vector<cv::Point2f> corners = quadrangle(outline);
        if (corners.empty() || !isWholeCard(corners, small.size()) || area < 0.85 * cv::contourArea(corners))
            continue;
        largest = area;
        best = std::move(corners);
    }
    if (best) {
        for (cv::Point2f& each : *best)
            each *= 1 / scale;
        putInOrder(*best);
    }
    return best;
}

cv::Mat straightened(const cv::Mat& picture, const std::vector<cv::Point2f>& corners, int width)
{
    const int height = cvRound(width * DocumentShortMm / DocumentLongMm);
    const std::vector<cv::Point2f> straight{{0, 0},
                                            {static_cast<float>(width), 0},
                                            {static_cast<float>(width), static_cast<float>(height)},
                                            {0, static_cast<float>(height)}};
    cv::Mat card;
    cv::warpPerspective(picture, card, cv::getPerspectiveTransform(corners, straight), cv::Size(width, height),
                        cv::INTER_LINEAR);
    return card;
}

} // namespace chinhchu::biometrics
