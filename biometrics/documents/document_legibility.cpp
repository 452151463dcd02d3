#include "biometrics/documents/document_legibility.h"

#include "biometrics/documents/document_finder.h"
#include "biometrics/image_bridge.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace chinhchu::biometrics {

namespace {

/// Ten pixels a millimetre.
constexpr int straightWidth = 856;
/// The rim and what lies under it is not the card.
constexpr int rim = 20;
constexpr double white = 250;

std::vector<cv::Point2f> cornersOf(const DocumentLegibility& card)
{
    std::vector<cv::Point2f> corners;
    for (const auto& each : card.corners)
        corners.emplace_back(each.x, each.y);
    return corners;
}

/// Sum of the differences between neighbours along the rows, and how much of it a blurring takes away.
double blurAlongRows(const cv::Mat& grey)
{
    cv::Mat blurred;
    cv::blur(grey, blurred, cv::Size(9, 1));
    const cv::Rect left(0, 0, grey.cols - 1, grey.rows);
    const cv::Rect right(1, 0, grey.cols - 1, grey.rows);
    cv::Mat sharp;
    cv::Mat soft;
    cv::absdiff(grey(right), grey(left), sharp);
    cv::absdiff(blurred(right), blurred(left), soft);
    cv::Mat lost;
    cv::subtract(sharp, soft, lost); // saturates at nought, as the measure wants it
    const double all = cv::sum(sharp)[0];
    return all > 0 ? (all - cv::sum(lost)[0]) / all : 1;
}

/// Movement blurs along one direction only: the worse one counts.
double blurOf(const cv::Mat& grey)
{
    return std::max(blurAlongRows(grey), blurAlongRows(grey.t()));
}

double glareOf(const cv::Mat& card)
{
    cv::Mat saturated;
    cv::inRange(card, cv::Scalar(white, white, white), cv::Scalar(255, 255, 255), saturated);
    return static_cast<double>(cv::countNonZero(saturated)) / static_cast<double>(saturated.total());
}

double shorterOverLonger(double one, double other)
{
    return std::min(one, other) / std::max({one, other, 1.0});
}

double tiltOf(const std::vector<cv::Point2f>& corners)
{
    const auto side = [&](int from, int to) { return cv::norm(corners[from] - corners[to]); };
    const double shape = (side(0, 1) + side(2, 3)) / std::max(side(1, 2) + side(3, 0), 1.0);
    return 1 - std::min({shorterOverLonger(side(0, 1), side(2, 3)), shorterOverLonger(side(1, 2), side(3, 0)),
                         shorterOverLonger(shape, DocumentLongMm / DocumentShortMm)});
}

/// A stamp of the card without light and contrast.
cv::Mat stamp(const Image& picture, const DocumentLegibility& card)
{
    cv::Mat grey;
    cv::cvtColor(viewOf(picture), grey, cv::COLOR_BGR2GRAY);
    cv::Mat straight = straightened(grey, cornersOf(card), straightWidth);
    cv::Mat small;
    cv::resize(straight, small, cv::Size(64, 40), 0, 0, cv::INTER_AREA);
    small.convertTo(small, CV_32F);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(small, mean, deviation);
    return (small - mean[0]) / std::max(deviation[0], 1.0);
}

} // namespace

std::string hintName(DocumentHint hint)
{
    constexpr const char* names[] = {"",
                                     "DOCUMENT_SHOW_CARD",
                                     "DOCUMENT_COME_CLOSER",
                                     "DOCUMENT_LAY_FLAT",
                                     "DOCUMENT_MORE_LIGHT",
                                     "DOCUMENT_LESS_LIGHT",
                                     "DOCUMENT_NO_GLARE",
                                     "DOCUMENT_HOLD_STILL",
                                     "DOCUMENT_TURN_OVER"};
    static_assert(std::size(names) == static_cast<std::size_t>(DocumentHint::TurnOver) + 1);
    return names[static_cast<std::size_t>(hint)];
}

DocumentHint DocumentLegibility::hint(const DocumentPolicy& policy) const
{
    if (!found)
        return DocumentHint::ShowCard;
    if (width < policy.leastWidth)
        return DocumentHint::ComeCloser;
    if (tilt > policy.largestTilt)
        return DocumentHint::LayFlat;
    if (luminance < policy.leastLuminance)
        return DocumentHint::MoreLight;
    if (luminance > policy.largestLuminance)
        return DocumentHint::LessLight;
    if (glare > policy.largestGlare)
        return DocumentHint::NoGlare;
    if (blur > policy.largestBlur)
        return DocumentHint::HoldStill;
    return DocumentHint::None;
}

double DocumentLegibility::score() const
{
    // Of legible pictures the sharpest is read best; glare and tilt hide only parts.
    return (1 - blur) - glare - tilt / 4;
}

DocumentLegibility measureLegibility(const Image& picture)
{
    DocumentLegibility card;
    if (picture.empty())
        return card;
    const cv::Mat colours = viewOf(picture);
    cv::Mat grey;
    cv::cvtColor(colours, grey, cv::COLOR_BGR2GRAY);
    const auto corners = findDocument(grey);
    if (!corners)
        return card;
    card.found = true;
    for (std::size_t i = 0; i < 4; ++i)
        card.corners[i] = {(*corners)[i].x, (*corners)[i].y};
    card.width = (cv::norm((*corners)[0] - (*corners)[1]) + cv::norm((*corners)[2] - (*corners)[3])) / 2;
    card.tilt = tiltOf(*corners);

    const cv::Mat whole = straightened(colours, *corners, straightWidth);
    const cv::Mat inner = whole(cv::Rect(rim, rim, whole.cols - 2 * rim, whole.rows - 2 * rim));
    cv::Mat innerGrey;
    cv::cvtColor(inner, innerGrey, cv::COLOR_BGR2GRAY);
    card.blur = blurOf(innerGrey);
    card.glare = glareOf(inner);
    card.luminance = cv::mean(innerGrey)[0];
    return card;
}

Image cropToDocument(const Image& picture, const DocumentLegibility& card)
{
    if (!card.found)
        return picture;
    constexpr double margin = 0.04;
    const cv::Mat colours = viewOf(picture);
    const int around = cvRound(margin * card.width);
    cv::Rect box = cv::boundingRect(cornersOf(card));
    box -= cv::Point(around, around);
    box += cv::Size(2 * around, 2 * around);
    return imageOf(colours(box & cv::Rect({}, colours.size())));
}

double documentLikeness(const Image& one, const DocumentLegibility& cardOfOne, const Image& other,
                        const DocumentLegibility& cardOfOther)
{
    const cv::Mat first = stamp(one, cardOfOne);
    const cv::Mat second = stamp(other, cardOfOther);
    cv::Mat turned;
    cv::flip(second, turned, -1);
    return std::max(first.dot(second), first.dot(turned)) / static_cast<double>(first.total());
}

} // namespace chinhchu::biometrics
