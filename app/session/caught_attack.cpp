#include "app/session/caught_attack.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace chinhchu::app {

namespace {

enum class Counts
{
    Always,
    /// Only while frames came steadily: what moved in a gap was not seen, and its movement looks wrong or too small.
    WithSteadyFrames,
    /// Likewise, and only after all movements: where nothing turned there was nothing to compare.
    AfterTheChallenge
};

struct Sign
{
    std::string_view score;
    Counts counts;
};

/// What does not stand here is no attack:
/// - longest_gap_ms, backward_frames, frames: the machine was starved, or the camera stopped; no picture can do that.
/// - face_jumps: somebody passed by, or moved while no frames came.
/// - challenge_steps_done: nothing was done. Who does not hear or understand does nothing; who attacks and waits gains no
///   more than by going away, which is another challenge too.
constexpr std::array Signs{
    Sign{"frozen_frames", Counts::Always},             // the noise of a camera never gives the same picture twice
    Sign{"repeated_frames", Counts::Always},           // nor the same clip
    Sign{"identity_distance", Counts::Always},         // another face took the place of the first
    Sign{"moire", Counts::Always},                     // two grids: a screen
    Sign{"screen_border", Counts::Always},             // the edge of a screen or of paper around the face
    Sign{"flat_views", Counts::Always},                // a turned flat thing was seen, again and again
    Sign{"texture", Counts::Always},                   // where the carrier judges by it
    Sign{"challenge_wrong_movements", Counts::WithSteadyFrames}, // a clip of movements that nobody asked for
    Sign{"parallax", Counts::AfterTheChallenge},       // all turns were made by something that has no depth
    Sign{"relief", Counts::AfterTheChallenge},         // likewise: bent paper
};

/// Some thirty frames of a camera.
constexpr double LongestSteadyGapMs = 1000;

const biometrics::LivenessScore* find(const biometrics::LivenessResult& result, std::string_view name)
{
    const auto found = std::ranges::find(result.scores, name, &biometrics::LivenessScore::name);
    return found == result.scores.end() ? nullptr : &*found;
}

bool isOutOfBounds(const biometrics::LivenessResult& result, std::string_view name)
{
    const biometrics::LivenessScore* score = find(result, name);
    return score && !score->acceptable();
}

} // namespace

bool isCaughtAttack(const biometrics::LivenessResult& result)
{
    const biometrics::LivenessScore* gap = find(result, "longest_gap_ms");
    const bool steady = !gap || gap->value <= LongestSteadyGapMs;
    const bool challengeDone = !isOutOfBounds(result, "challenge_steps_done");
    return std::ranges::any_of(Signs, [&](const Sign& sign) {
        const bool counts = sign.counts == Counts::Always || (steady && (sign.counts == Counts::WithSteadyFrames || challengeDone));
        return counts && isOutOfBounds(result, sign.score);
    });
}

} // namespace chinhchu::app
