#pragma once

#include "biometrics/face_engine.h"

#include <cstddef>
#include <vector>

namespace chinhchu::biometrics {

/// A frame that could speak for the living person.
struct FrameCandidate
{
    double quality = 0; ///< FaceQuality::score()
    FaceTemplate face;
};

/// The best frames that also differ: neighbouring frames say the same thing twice. The first is the best one; each next
/// one has the largest product of quality and distance from those already chosen. Returns indices, at most @p count.
std::vector<std::size_t> chooseFrames(const std::vector<FrameCandidate>& candidates, std::size_t count = 5);

} // namespace chinhchu::biometrics
