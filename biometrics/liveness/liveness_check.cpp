#include "biometrics/liveness/liveness_check.h"

#include "biometrics/liveness/challenge_tracker.h"
#include "biometrics/liveness/eye_watch.h"
#include "biometrics/liveness/face_follower.h"
#include "biometrics/liveness/frame_signs.h"
#include "biometrics/liveness/screen_signs.h"
#include "biometrics/liveness/view_geometry.h"
#include "biometrics/matching/template_algebra.h"

#include <algorithm>
#include <cmath>

namespace chinhchu::biometrics {

namespace {

using std::chrono::milliseconds;
using TimePoint = std::chrono::steady_clock::time_point;

// Between two looks at what costs time.
constexpr milliseconds identitySpacing{350}, screenSpacing{250};
// From this distance between frames on there is time for everything at once; below it, for one part of an embedding or
// one look at what costs time in each such span, and for none while the face is looked for anew.
constexpr milliseconds unhurried{100}, partTime{33};
// So long a hint about the picture is given before the challenge goes on without its being followed.
constexpr milliseconds hintPatience{2000};
// Views are compared from this turn on, degrees: the further, the more a head differs from a picture of one.
constexpr double fullView = 13, gentleView = 8;
// What the smaller turns of the gentle challenge have to show.
constexpr double gentleParallax = 0.035, gentleRelief = 0.02;
// A view this narrow without parallax is that of a flat thing.
constexpr double flatNarrowing = 0.10, flatResidual = 0.045;
// An embedding says little about a face turned or lifted further than this.
constexpr double frontalForIdentity = 14, levelForIdentity = 12;

/// How many parts of costly work a frame has time for.
std::size_t partsWithin(std::chrono::nanoseconds since, bool searched)
{
    if (since >= unhurried)
        return std::numeric_limits<std::size_t>::max();
    // Cameras tremble: a frame that comes a little early is a frame all the same.
    const auto spans = static_cast<std::size_t>(std::max<std::int64_t>((since + partTime / 3) / partTime, 1));
    return searched ? spans - 1 : spans;
}

/// 0 for none.
double middleOf(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The most that two in a row have shown: a single one may be a slip of the mesh.
class Sustained
{
public:
    void see(double value)
    {
        m_most = std::max(m_most, std::min(m_last, value));
        m_last = value;
    }
    void interrupt() { m_last = 0; }
    [[nodiscard]] double most() const { return m_most; }

private:
    double m_last = 0, m_most = 0;
};

} // namespace

bool LivenessResult::live() const
{
    return !scores.empty() && !failure();
}

std::optional<Failure> LivenessResult::failure() const
{
    for (const LivenessScore& score : scores) {
        if (!score.acceptable())
            return Failure{score.code, score.name + " " + std::to_string(score.value)};
    }
    return std::nullopt;
}

std::map<std::string, double> LivenessResult::values() const
{
    std::map<std::string, double> values;
    for (const LivenessScore& score : scores)
        values[score.name] = score.value;
    return values;
}

Result<std::unique_ptr<LivenessModels>> LivenessModels::load(const std::filesystem::path& folder)
{
    auto models = std::make_unique<LivenessModels>();
    auto mesher = FaceMesher::load(folder);
    if (!mesher)
        return tl::unexpected(mesher.error());
    models->mesher = std::move(*mesher);
    auto texture = TextureNet::load(folder);
    if (texture)
        models->texture = std::move(*texture);
    else if (texture.error().code != FailureCode::ModelMissing)
        return tl::unexpected(texture.error());
    return models;
}

struct LivenessCheck::Parts
{
    FaceEngine& engine;
    LivenessModels& models;
    ChallengeStyle style;
    LivenessPolicy policy;
    ChallengeTracker tracker;
    FaceFollower follower;
    EyeWatch eyes;
    FrameSigns signs;

    std::optional<FaceMesh> frontal;
    Sustained parallax, relief;
    int flatViews = 0;
    std::vector<double> moire, border, texture;
    std::vector<FaceTemplate> identity;
    double identityDistance = 0;
    double identityBound = 0;
    std::unique_ptr<EmbeddingInParts> embedding;
    TimePoint embeddingOf;
    std::optional<TimePoint> lastIdentity, lastScreen, troubledSince, lastFrame;
    bool restingAgain = false;
    std::string lastHint = "LOOK_STRAIGHT";

    void compareWithFrontal(const FollowedFace& seen);
    void lookAtScreen(const Frame& frame, const FollowedFace& seen);
    void lookAtIdentity(const Frame& frame, const FollowedFace& seen);
    std::chrono::nanoseconds sinceLast(const Frame& frame);
    void doCostlyWork(const Frame& frame, const FollowedFace& seen, std::size_t time, Step& step);
    void finishEmbedding();
    void addIdentity(FaceTemplate face);
    void judgeFrame(const Frame& frame, const FollowedFace& seen, bool eyesClosed, Step& step);
    [[nodiscard]] bool depthShown() const;
    [[nodiscard]] double leastParallax() const;
    [[nodiscard]] double leastRelief() const;
    [[nodiscard]] bool hopeless() const;
};

LivenessCheck::LivenessCheck(FaceEngine& engine, LivenessModels& models, ChallengePlan plan, ChallengeStyle style,
                             LivenessPolicy policy)
    : d(new Parts{.engine = engine,
                  .models = models,
                  .style = style,
                  .policy = std::move(policy),
                  .tracker = ChallengeTracker(plan),
                  .follower = FaceFollower(engine, *models.mesher),
                  .eyes = {},
                  .signs = {},
                  .frontal = {},
                  .parallax = {},
                  .relief = {},
                  .moire = {},
                  .border = {},
                  .texture = {},
                  .identity = {},
                  .embedding = {},
                  .embeddingOf = {},
                  .lastIdentity = {},
                  .lastScreen = {},
                  .troubledSince = {},
                  .lastFrame = {}})
{
    d->identityBound = d->policy.largestIdentityDistance;
    if (d->identityBound <= 0)
        d->identityBound = engine.match({}, {}).threshold;
}

LivenessCheck::~LivenessCheck() = default;

LivenessCheck::Step LivenessCheck::see(const Frame& frame)
{
    Step step;
    const std::chrono::nanoseconds since = d->sinceLast(frame);
    if (!d->signs.see(frame)) {
        // The same picture once more says nothing new about the person, and is no picture to compare.
        step.hint = d->lastHint;
        step.progress = d->tracker.progress();
        step.over = d->restingAgain || d->hopeless();
        return step;
    }
    const Result<FollowedFace> seen = d->follower.see(frame.image);
    if (!seen) {
        d->lastHint = step.hint = codeName(seen.error().code);
        step.trouble = seen.error();
        step.progress = d->tracker.progress();
        step.over = d->hopeless();
        return step;
    }
    // Before the rest is known the eyes are taken as open: nobody begins with closed ones.
    const EyeWatch::Sight eyes = d->eyes.look(frame.image, seen->mesh);
    const auto way = [&] { return std::pair(d->tracker.stepsDone(), d->tracker.substituted()); };
    const auto before = way();
    d->tracker.see({frame.at, seen->mesh.pose(), eyes.closed(), d->depthShown()});
    if (d->tracker.resting() && !eyes.closed()) {
        // What is remembered must not creep towards closed eyes.
        if (!eyes.known || eyes.likeness > 0.93)
            d->eyes.learn(frame.image, seen->mesh);
        d->frontal = seen->mesh;
    }
    d->compareWithFrontal(*seen);
    d->doCostlyWork(frame, *seen, partsWithin(since, seen->detected), step);
    d->judgeFrame(frame, *seen, eyes.closed(), step);
    step.advanced = way() != before;
    step.progress = d->tracker.progress();
    if (step.hint.empty() || !d->tracker.resting())
        step.hint = d->tracker.hint();
    d->lastHint = step.hint;
    // Whoever made the last movement has to be looked at once more: nobody may step in for it.
    d->restingAgain = d->tracker.complete() && d->tracker.resting() && d->lastIdentity &&
                      *d->lastIdentity >= *d->tracker.lastAdvance();
    step.over = d->restingAgain || d->hopeless();
    return step;
}

void LivenessCheck::Parts::compareWithFrontal(const FollowedFace& seen)
{
    const auto turned = tracker.fromRest();
    if (!frontal || !turned)
        return;
    const ViewPair pair = compareViews(*frontal, seen.mesh);
    if (std::abs(turned->yaw) >= (style == ChallengeStyle::Full ? fullView : gentleView)) {
        parallax.see(pair.parallax);
        relief.see(pair.relief);
    } else {
        parallax.interrupt();
        relief.interrupt();
    }
    if (pair.foreshortening >= flatNarrowing && pair.residual < flatResidual)
        ++flatViews;
}

std::chrono::nanoseconds LivenessCheck::Parts::sinceLast(const Frame& frame)
{
    const std::chrono::nanoseconds since = lastFrame ? frame.at - *lastFrame : unhurried;
    lastFrame = frame.at;
    return since;
}

void LivenessCheck::Parts::doCostlyWork(const Frame& frame, const FollowedFace& seen, std::size_t time, Step& step)
{
    lookAtIdentity(frame, seen);
    step.busy = time == 0;
    for (; embedding && time > 0; --time) {
        step.busy = true;
        embedding->doPart();
        if (embedding->partsLeft() == 0)
            finishEmbedding();
    }
    if (time == 0 || (lastScreen && frame.at - *lastScreen < screenSpacing))
        return;
    step.busy = true;
    lookAtScreen(frame, seen);
}

void LivenessCheck::Parts::lookAtScreen(const Frame& frame, const FollowedFace& seen)
{
    lastScreen = frame.at;
    const ScreenSigns screen = lookForScreen(frame.image, seen.face);
    moire.push_back(screen.moire);
    border.push_back(screen.border);
    if (models.texture && tracker.resting())
        texture.push_back(models.texture->alive(frame.image, seen.face));
}

void LivenessCheck::Parts::lookAtIdentity(const Frame& frame, const FollowedFace& seen)
{
    const auto turned = tracker.fromRest();
    // Who was somebody else once stays so: nothing can change that.
    if (embedding || identityDistance > identityBound || !seen.detected ||
        (turned &&
         (std::abs(turned->yaw) > frontalForIdentity || std::abs(turned->pitch) > levelForIdentity)) ||
        (lastIdentity && frame.at - *lastIdentity < identitySpacing))
        return;
    embedding = engine.beginEmbedding(frame.image, seen.face);
    embeddingOf = frame.at;
    if (embedding->partsLeft() == 0)
        embedding.reset();
}

void LivenessCheck::Parts::finishEmbedding()
{
    lastIdentity = embeddingOf;
    addIdentity(embedding->result());
    embedding.reset();
}

void LivenessCheck::Parts::addIdentity(FaceTemplate face)
{
    if (!identity.empty())
        identityDistance = std::max(identityDistance, cosineDistance(meanOf(identity), face));
    identity.push_back(std::move(face));
}

void LivenessCheck::compare(const FaceTemplate& face)
{
    d->addIdentity(face);
}

void LivenessCheck::Parts::judgeFrame(const Frame& frame, const FollowedFace& seen, bool eyesClosed, Step& step)
{
    const FaceQuality quality = measureQuality(frame.image, {seen.face}, &seen.mesh);
    if (!quality.acceptable()) {
        // While a movement is asked for, the head is turned and blurred: that is no reason to disturb.
        const bool disturbing = quality.hint() == QualityHint::LookStraight || quality.hint() == QualityHint::OpenEyes;
        if (!troubledSince)
            troubledSince = frame.at;
        // Nor must light that nobody can change, or a mouth that does not close, hold up the challenge for ever.
        const bool told = frame.at - *troubledSince > hintPatience;
        step.hint = disturbing || told ? std::string() : hintName(quality.hint());
        step.trouble = Failure{FailureCode::FaceQualityPoor, hintName(quality.hint())};
        return;
    }
    troubledSince.reset();
    if (!seen.detected || !tracker.resting() || eyesClosed)
        return;
    step.usable = seen.face;
    step.quality = quality.score();
}

bool LivenessCheck::Parts::depthShown() const
{
    return parallax.most() >= leastParallax() && relief.most() >= leastRelief();
}

double LivenessCheck::Parts::leastParallax() const
{
    return style == ChallengeStyle::Full ? policy.leastParallax : gentleParallax;
}

double LivenessCheck::Parts::leastRelief() const
{
    return style == ChallengeStyle::Full ? policy.leastRelief : gentleRelief;
}

bool LivenessCheck::Parts::hopeless() const
{
    return tracker.wrongMovements() > policy.mostWrongMovements || signs.longestFreeze() > policy.longestFreeze ||
           signs.repeated() > policy.mostRepeated || signs.longestGap() > policy.longestGap || identityDistance > identityBound ||
           flatViews > policy.mostFlatViews;
}

LivenessResult LivenessCheck::result() const
{
    const LivenessPolicy& policy = d->policy;
    constexpr double any = std::numeric_limits<double>::max();
    LivenessResult result;
    const auto add = [&](const char* name, double value, double lowest, double highest, FailureCode code) {
        if (std::find(policy.without.begin(), policy.without.end(), name) != policy.without.end()) {
            lowest = -any;
            highest = any;
        }
        result.scores.push_back({name, value, lowest, highest, code});
    };
    // The first that is out of bounds names the reason: what is certain comes before what is only missing.
    add("frozen_frames", d->signs.longestFreeze(), 0, policy.longestFreeze, FailureCode::PictureFrozen);
    add("repeated_frames", d->signs.repeated(), 0, policy.mostRepeated, FailureCode::PictureFrozen);
    add("backward_frames", d->signs.backwards(), 0, 0, FailureCode::PictureFrozen);
    add("longest_gap_ms", static_cast<double>(d->signs.longestGap().count()), 0,
        static_cast<double>(policy.longestGap.count()), FailureCode::CameraInterrupted);
    add("identity_distance", d->identityDistance, -any, d->identityBound, FailureCode::FaceChanged);
    add("face_jumps", d->follower.jumps(), 0, policy.mostJumps, FailureCode::FaceChanged);
    const double moire = middleOf(d->moire), border = middleOf(d->border);
    add("moire", moire, 0, policy.mostMoire, FailureCode::FaceOnScreen);
    add("screen_border", border, 0, policy.mostBorder, FailureCode::FaceOnScreen);
    add("flat_views", d->flatViews, 0, policy.mostFlatViews, FailureCode::FaceFlat);
    add("challenge_wrong_movements", d->tracker.wrongMovements(), 0, policy.mostWrongMovements,
        FailureCode::ChallengeNotFollowed);
    add("challenge_steps_done", static_cast<double>(d->tracker.stepsDone()), static_cast<double>(d->tracker.stepCount()),
        any,
        FailureCode::ChallengeNotFollowed);
    // Where nothing turned there is nothing to compare: the challenge has failed then and says so above.
    add("parallax", d->parallax.most(), d->leastParallax(), any, FailureCode::FaceFlat);
    add("relief", d->relief.most(), d->leastRelief(), any, FailureCode::FaceFlat);
    if (!d->texture.empty())
        add("texture", middleOf(d->texture), policy.leastTexture, 1, FailureCode::FaceNotLive);
    add("challenge_substituted", d->tracker.substituted(), -any, any, FailureCode::ChallengeNotFollowed);
    add("challenge_bits", ChallengePlan::bits(d->style), -any, any, FailureCode::FaceNotLive);
    add("flicker", d->signs.flicker(), -any, any, FailureCode::FaceOnScreen);
    add("frames", d->signs.frames(), 1, any, FailureCode::FaceNotLive);
    return result;
}

} // namespace chinhchu::biometrics
