#pragma once

#include "biometrics/camera/camera_source.h"

#include <opencv2/core.hpp>

#include <memory>

namespace chinhchu::stage {

enum class CardSide
{
    Front,
    Back
};

/// How a card is held before the camera.
struct CardPose
{
    double width = 860;     ///< pixels along its long side
    double slant = 0;       ///< degrees away from the camera, about its upright axis
    double turn = 0;        ///< degrees, clockwise
    double blur = 0;        ///< standard deviation of bad focus, pixels
    int movement = 0;       ///< pixels along the rows while the picture was taken
    double lamp = 0;        ///< radius of a mirrored lamp over the card's width
    double light = 1;       ///< of what there is, 1 well lit
    cv::Point2d shift{0, 0}; ///< of its middle from the picture's
};

/// A picture of 1280 x 720 of a card that no state ever issued: a rectangle with lines of writing, a stamp for a
/// photograph or a code, on a dark table.
cv::Mat paintedCard(CardSide side, const CardPose& pose = {});

/// Somebody who holds that card before a camera: the front, and the back once they are told DOCUMENT_TURN_OVER. With the
/// grain of a camera. Never a real camera: a production enrolment refuses it.
std::unique_ptr<biometrics::CameraSource> cardBeforeCamera(const CardPose& pose = {});

} // namespace chinhchu::stage
