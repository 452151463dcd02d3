#include "tests/simulators/camera/demo_people.h"

#include <opencv2/imgcodecs.hpp>

#include <algorithm>

namespace chinhchu::stage {

namespace {

// In pixels of sample3.jpg, as YuNet sees them.
const Portrait holderPoints{{}, {1109, 314}, {1218, 333}, {1138, 383}, {1102, 424}, {1188, 441}};
const Portrait otherPoints{{}, {636, 431}, {726, 430}, {668, 483}, {649, 530}, {722, 530}};

} // namespace

std::optional<Portrait> demoPerson(const std::string& who, const std::string& folder)
{
    Portrait portrait = who == "other" ? otherPoints : holderPoints;
    const cv::Mat photograph = cv::imread(folder + "/sample3.jpg");
    if (photograph.empty())
        return std::nullopt;
    // One person of several: what is beside them would be faces too.
    const cv::Rect part = (who == "other" ? cv::Rect(500, 260, 340, 440) : cv::Rect(985, 181, 340, 440)) &
                          cv::Rect(0, 0, photograph.cols, photograph.rows);
    portrait.picture = photograph(part);
    const cv::Point2d corner = part.tl();
    for (cv::Point2d* point :
         {&portrait.leftEye, &portrait.rightEye, &portrait.noseTip, &portrait.leftMouth, &portrait.rightMouth})
        *point -= corner;
    return placed(portrait, {640, 480}, {320, 210}, 86);
}

std::unique_ptr<Performance> demoPerformance(const std::string& name, const std::string& folder, unsigned seed)
{
    const auto holder = demoPerson("holder", folder), other = demoPerson("other", folder);
    if (!holder || !other)
        return nullptr;
    // Quick, so that a demonstration does not take long.
    Cast cast{*holder, *other, {}, {}, seed};
    cast.habits.reaction = 0.15;
    cast.habits.speed = 90;
    cast.habits.eyesShutFor = 0.75;
    if (name == "other")
        std::swap(cast.holder, cast.other);
    if (name == "holder" || name == "other") {
        cast.habits.largestTurn = 36;
        return livingPerson(cast);
    }
    return attack(name, cast, Script({"TURN_LEFT", "BLINK", "TURN_RIGHT", "LOOK_UP"}));
}

} // namespace chinhchu::stage
