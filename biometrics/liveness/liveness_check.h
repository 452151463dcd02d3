#pragma once

#include "biometrics/camera/camera_source.h"
#include "biometrics/face_engine.h"
#include "biometrics/liveness/challenge_plan.h"
#include "biometrics/liveness/texture_net.h"
#include "biometrics/quality/face_quality.h"

#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace chinhchu::biometrics {

/// Bounds by policy; these are the built-in defaults. FIGURES.md says what was measured with them.
struct LivenessPolicy
{
    double leastParallax = 0.075;       ///< eye distances, see ViewPair; two turned views in a row have to show it
    double leastRelief = 0.0475;        ///< likewise
    int mostFlatViews = 12;             ///< frames that show a turned flat thing
    double largestIdentityDistance = 0; ///< between frames of one session; 0: the recipe's threshold for a match
    int mostJumps = 1;                  ///< how often the face may go and come elsewhere
    int longestFreeze = 6;              ///< frames without any change, in a row
    int mostRepeated = 2;               ///< frames that came before, to the last bit
    std::chrono::milliseconds longestGap{10000}; ///< without frames
    int mostWrongMovements = 0;
    double mostMoire = 30;    ///< decibels, see ScreenSigns
    double mostBorder = 0.75; ///< see ScreenSigns
    double mostScreen = 1;    ///< moire over its bound and border over its bound, the larger
    double leastTexture = 0;  ///< 0: recorded, not judged
    /// Defences switched off by name of their score: only to measure what each is worth.
    std::vector<std::string> without;
};

/// One named number, the bounds that policy sets it, and what it means when it lies outside.
struct LivenessScore
{
    std::string name;
    double value = 0;
    double lowest = -std::numeric_limits<double>::max();
    double highest = std::numeric_limits<double>::max();
    FailureCode code = FailureCode::FaceNotLive;

    [[nodiscard]] bool acceptable() const { return value >= lowest && value <= highest; }
};

struct LivenessResult
{
    std::vector<LivenessScore> scores;

    [[nodiscard]] bool live() const;
    /// The first score that is out of bounds; nothing when live.
    [[nodiscard]] std::optional<Failure> failure() const;
    [[nodiscard]] std::map<std::string, double> values() const;
};

/// The models of the liveness check besides those of the face engine.
struct LivenessModels
{
    std::unique_ptr<FaceMesher> mesher;
    std::unique_ptr<TextureNet> texture; ///< none: recorded as not measured

    /// MODEL_MISSING when there is no face mesh: then nobody can be asked to move, and liveness is not performed.
    static Result<std::unique_ptr<LivenessModels>> load(const std::filesystem::path& folder);
};

/// One person going through one challenge in front of one camera. Feed it every frame; it says what to ask, and in the
/// end whether that was a living person, by scores that are all reported.
class LivenessCheck
{
public:
    LivenessCheck(FaceEngine& engine, LivenessModels& models, ChallengePlan plan, ChallengeStyle style,
                  LivenessPolicy policy = {});
    ~LivenessCheck();

    struct Step
    {
        std::string hint;               ///< a movement, LOOK_STRAIGHT, a quality hint or a failure code; empty: done
        double progress = 0;            ///< 0 to 1
        bool advanced = false;          ///< a movement was finished with this frame, or others came in its place
        bool over = false;              ///< nothing more can be learned: ask result()
        std::optional<Face> usable;     ///< the face, where this frame is good enough to be compared with a photograph
        double quality = 0;             ///< FaceQuality::score() of a usable frame
        bool busy = false;              ///< this frame has cost what a frame may: leave other work to the next
        std::optional<Failure> trouble; ///< no single face, or none that can be seen well enough
    };
    Step see(const Frame& frame);

    /// A template made of a usable frame: it has to be the person of the challenge too.
    void compare(const FaceTemplate& face);

    /// What is known so far. Before the challenge is complete it is never live.
    [[nodiscard]] LivenessResult result() const;

private:
    struct Parts;
    std::unique_ptr<Parts> d;
};

} // namespace chinhchu::biometrics
