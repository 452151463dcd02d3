#pragma once

#include "biometrics/face_engine.h"

namespace chinhchu::biometrics {

/// What betrays a screen or a sheet of paper that shows a face.
struct ScreenSigns
{
    /// Two grids, that of a screen and that of the camera, make waves where there should be none: how far the strongest
    /// line in the spectrum of the face stands out of its surroundings, in decibels.
    double moire = 0;
    /// The part of a frame around the face that is drawn by long straight edges, 0 to 1: the edge of the screen or of
    /// the paper.
    double border = 0;
};

ScreenSigns lookForScreen(const Image& image, const Face& face);

} // namespace chinhchu::biometrics
