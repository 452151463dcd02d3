#pragma once

#include "biometrics/camera/camera_source.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <unordered_set>
#include <vector>

namespace chinhchu::biometrics {

/// Looks at frames as a stream: the noise of a real camera never gives the same picture twice.
class FrameSigns
{
public:
    /// False when the frame is the one before once more, to the last bit: there is nothing new in it.
    bool see(const Frame& frame);

    /// Frames seen in a row without any change, at the worst time.
    [[nodiscard]] int longestFreeze() const { return m_longestFreeze; }
    /// Frames that are the same, to the last bit, as one that was not just before them: a loop.
    [[nodiscard]] int repeated() const { return m_repeated; }
    [[nodiscard]] int frames() const { return m_frames; }
    /// Between two frames, at the worst time.
    [[nodiscard]] std::chrono::milliseconds longestGap() const { return m_longestGap; }
    /// Frames that are not younger than the one before.
    [[nodiscard]] int backwards() const { return m_backwards; }
    /// How much the brightness of whole frames swings from one to the next, in parts of itself: a screen that is
    /// refreshed out of step with the camera.
    [[nodiscard]] double flicker() const;

private:
    std::optional<std::chrono::steady_clock::time_point> m_last;
    std::uint64_t m_lastHash = 0;
    std::unordered_set<std::uint64_t> m_known;
    std::vector<double> m_brightness;
    int m_frames = 0, m_freeze = 0, m_longestFreeze = 0, m_repeated = 0, m_backwards = 0;
    std::chrono::milliseconds m_longestGap{0};
};

} // namespace chinhchu::biometrics
