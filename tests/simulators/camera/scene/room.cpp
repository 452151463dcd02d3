#include "tests/simulators/camera/scene/room.h"

#include <opencv2/imgproc.hpp>

namespace chinhchu::stage {

namespace {

// What is kept of the photograph: head, hair and collar, in eye distances around the middle of the eyes.
constexpr double middleY = 0.5, halfWidth = 1.65, halfHeight = 2.3, fading = 0.35;

double anyOf(double from, double to, std::mt19937& random)
{
    return std::uniform_real_distribution<>(from, to)(random);
}

/// Walls in soft light.
cv::Mat walls(cv::Size size, std::mt19937& random)
{
    cv::Mat coarse(5, 6, CV_8UC3), room;
    cv::RNG generator(random());
    const double light = anyOf(90, 180, random);
    generator.fill(coarse, cv::RNG::NORMAL, cv::Scalar(light, light, light), cv::Scalar(14, 10, 14));
    cv::resize(coarse, room, size, 0, 0, cv::INTER_CUBIC);
    return room;
}

void addFurniture(cv::Mat& room, const cv::Point2d& origin, double unit, std::mt19937& random)
{
    const double side = anyOf(0, 1, random) < 0.5 ? -1 : 1;
    const auto at = [&](double x, double y) { return cv::Point(origin + cv::Point2d(side * x, y) * unit); };
    const double door = anyOf(1.9, 3, random), shelf = anyOf(-1.9, -0.5, random);
    cv::rectangle(room, at(door, -3), at(door + 0.3, 5), cv::Scalar(70, 80, 95), cv::FILLED, cv::LINE_AA);
    cv::rectangle(room, at(-2, shelf), at(-5, shelf + 0.12), cv::Scalar(60, 75, 90), cv::FILLED, cv::LINE_AA);
    cv::GaussianBlur(room, room, {}, 0.8);
}

} // namespace

Portrait inRoom(Portrait portrait, std::mt19937& random)
{
    const cv::Point2d origin = (portrait.leftEye + portrait.rightEye) / 2;
    const double unit = portrait.eyeDistance();
    cv::Mat room = walls(portrait.picture.size(), random);
    if (random() % 3 == 0)
        addFurniture(room, origin, unit, random);
    cv::Mat share(portrait.picture.size(), CV_32F, cv::Scalar(0));
    cv::ellipse(share, origin + cv::Point2d(0, middleY * unit), cv::Size2d(halfWidth * unit, halfHeight * unit), 0, 0,
                360, cv::Scalar(1), cv::FILLED);
    cv::GaussianBlur(share, share, {}, fading * unit / 2);
    cv::Mat result = room.clone();
    for (int y = 0; y < result.rows; ++y) {
        for (int x = 0; x < result.cols; ++x) {
            const float part = share.at<float>(y, x);
            result.at<cv::Vec3b>(y, x) =
                cv::Vec3b(cv::Vec3f(portrait.picture.at<cv::Vec3b>(y, x)) * part +
                          cv::Vec3f(room.at<cv::Vec3b>(y, x)) * (1 - part));
        }
    }
    portrait.picture = result;
    return portrait;
}

} // namespace chinhchu::stage
