#include "app/session/face_capture.h"

#include "app/session/caught_attack.h"
#include "biometrics/quality/frame_choice.h"

namespace chinhchu::app {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::minutes modelPatience{2};
// Enough to choose from; each costs an embedding.
constexpr std::size_t mostCandidates = 10;
// A picture that is longer in the making than this is finished even if a frame has to wait.
constexpr std::chrono::seconds longestMaking{1};

/// A picture as the evidence keeps it, and what the engine made of exactly that picture.
struct TakenFace
{
    Evidence::Frame frame;
    biometrics::Image picture;
    biometrics::FrameCandidate candidate;
};

/// Compresses first and embeds what comes out, so that the carrier gets the same distance from the enclosed frames.
/// In steps that fit between two frames: the person goes on moving meanwhile.
class FaceInTheMaking
{
public:
    FaceInTheMaking(const biometrics::Frame& frame, double quality)
        : m_at(frame.at)
        , m_quality(quality)
        , m_jpeg(biometrics::encodeJpeg(frame.image, jpegQuality))
        , m_taken(QDateTime::currentDateTime())
    {
    }

    [[nodiscard]] Clock::time_point at() const { return m_at; }

    /// Nothing as long as there is more to do.
    std::optional<Result<TakenFace>> doStep(biometrics::FaceEngine& engine)
    {
        if (!m_jpeg) {
            return tl::unexpected(m_jpeg.error());
        }
        if (!m_embedding) {
            const Result<void> begun = begin(engine);
            return begun ? std::nullopt : std::optional<Result<TakenFace>>(tl::unexpected(begun.error()));
        }
        m_embedding->doPart();
        if (m_embedding->partsLeft() > 0) {
            return std::nullopt;
        }
        return TakenFace{{std::move(*m_jpeg), m_taken}, std::move(m_picture), {m_quality, m_embedding->result()}};
    }

private:
    static constexpr int jpegQuality = 88;

    Result<void> begin(biometrics::FaceEngine& engine)
    {
        Result<biometrics::Image> picture = biometrics::decodeImage(*m_jpeg);
        if (!picture) {
            return tl::unexpected(picture.error());
        }
        const Result<biometrics::Face> face = engine.singleFace(*picture);
        if (!face) {
            return tl::unexpected(face.error());
        }
        m_picture = std::move(*picture);
        m_embedding = engine.beginEmbedding(m_picture, *face);
        return {};
    }

    Clock::time_point m_at;
    double m_quality;
    Result<Bytes> m_jpeg;
    QDateTime m_taken;
    biometrics::Image m_picture;
    std::unique_ptr<biometrics::EmbeddingInParts> m_embedding;
};

/// One try of the face, from the first frame to the comparison.
class FaceCapture
{
public:
    FaceCapture(const CaptureRequest& request, SharedEngine& shared, const PhotoOnDesk& photo)
        : m_request(request)
        , m_shared(shared)
        , m_photo(photo)
        , m_camera(*request.camera->camera)
        , m_wanted(static_cast<std::size_t>(request.policy.faceFrames))
    {
        if (shared.liveness && !m_camera.info().isStill) {
            m_check = std::make_unique<biometrics::LivenessCheck>(
                *shared.faces, *shared.liveness, biometrics::ChallengePlan::draw(request.policy.challenge),
                request.policy.challenge);
        }
    }

    [[nodiscard]] bool asksForMovements() const { return m_check != nullptr; }

    Result<CaptureOutcome> run(const std::stop_token& stop)
    {
        m_deadline = Clock::now() + m_request.policy.facePatience;
        while (!stop.stop_requested()) {
            Result<biometrics::Frame> next = m_camera.next(std::chrono::seconds(3));
            if (!next) {
                return tl::unexpected(next.error());
            }
            const auto frame = std::make_shared<const biometrics::Frame>(std::move(*next));
            m_request.frame(frame);
            const std::lock_guard turn(m_shared.turn);
            m_frameBegan = Clock::now();
            const bool enough = m_check ? seeChallenge(*frame) : seeStill(*frame);
            if (enough) {
                return finish();
            }
            if (Clock::now() >= m_deadline) {
                return giveUp();
            }
        }
        return fail(FailureCode::Cancelled, "face");
    }

private:
    /// True when nothing more can be learned.
    bool seeChallenge(const biometrics::Frame& frame)
    {
        const biometrics::LivenessCheck::Step step = m_check->see(frame);
        if (step.trouble) {
            m_trouble = *step.trouble;
        } else {
            m_faceSeen = true;
        }
        if (step.advanced) {
            // Whoever goes on is not hurried: the patience begins anew with every movement that is done.
            m_deadline = Clock::now() + m_request.policy.facePatience;
        }
        goOnMaking(frame, step.busy);
        if (step.usable) {
            consider(frame, step.quality);
        }
        m_lastFrame = frame.at;
        tell(step.hint, step.progress);
        if (!step.over) {
            return false;
        }
        return m_taken.size() + (m_making ? 1 : 0) >= m_wanted || !m_check->result().live();
    }

    /// As much as fits into most of the time between two frames.
    void goOnMaking(const biometrics::Frame& frame, bool busy)
    {
        if (!m_making) {
            return;
        }
        if (frame.at - m_making->at() > longestMaking) {
            finishMaking();
            return;
        }
        const auto span = m_lastFrame ? (frame.at - *m_lastFrame) * 6 / 10 : Clock::duration::zero();
        for (bool first = !busy; m_making && (first || Clock::now() - m_frameBegan < span); first = false) {
            makeStep();
        }
    }

    void makeStep()
    {
        std::optional<Result<TakenFace>> made = m_making->doStep(*m_shared.faces);
        if (!made) {
            return;
        }
        m_making.reset();
        if (!*made) {
            return;
        }
        if (m_check) {
            m_check->compare((*made)->candidate.face);
        }
        m_taken.push_back(std::move(**made));
    }

    void finishMaking()
    {
        while (m_making) {
            makeStep();
        }
    }

    bool seeStill(const biometrics::Frame& frame)
    {
        const Result<biometrics::Face> face = m_shared.faces->singleFace(frame.image);
        if (!face) {
            m_trouble = face.error();
            tell(std::string(codeName(m_trouble.code)), progress());
            return false;
        }
        const biometrics::FaceQuality quality = biometrics::measureQuality(frame.image, {*face});
        if (!quality.acceptable()) {
            const std::string hint = biometrics::hintName(quality.hint());
            m_trouble = {FailureCode::FaceQualityPoor, hint};
            tell(hint, progress());
            return false;
        }
        m_faceSeen = true;
        consider(frame, quality.score());
        finishMaking();
        tell({}, progress());
        return m_taken.size() == m_wanted;
    }

    /// Begins to keep the frame if it is worth it: neighbouring frames are alike and prove little more than one.
    void consider(const biometrics::Frame& frame, double quality)
    {
        if (m_making || (m_lastTaken && frame.at - *m_lastTaken < m_request.policy.faceSpacing) ||
            m_taken.size() >= mostCandidates) {
            return;
        }
        m_making.emplace(frame, quality);
        m_lastTaken = frame.at;
    }

    CaptureOutcome finish()
    {
        finishMaking();
        CaptureOutcome outcome;
        addLiveness(outcome);
        if (!outcome.refused) {
            compare(outcome);
        }
        return outcome;
    }

    /// The time is up: the check that caught something says why, or what kept the face from being seen.
    Result<CaptureOutcome> giveUp()
    {
        if (!m_check || !m_faceSeen) {
            return tl::unexpected(m_trouble);
        }
        CaptureOutcome outcome;
        addLiveness(outcome);
        if (!outcome.refused) {
            return tl::unexpected(Failure{FailureCode::FaceQualityPoor, m_trouble.detail});
        }
        return outcome;
    }

    void addLiveness(CaptureOutcome& outcome) const
    {
        if (!m_check) {
            return;
        }
        const biometrics::LivenessResult result = m_check->result();
        outcome.refused = result.failure();
        outcome.caughtAttack = isCaughtAttack(result);
        outcome.liveness.result = outcome.refused ? "not-live" : "live";
        outcome.liveness.scores = result.values();
    }

    void compare(CaptureOutcome& outcome)
    {
        std::vector<biometrics::FrameCandidate> candidates;
        for (const TakenFace& each : m_taken) {
            candidates.push_back(each.candidate);
        }
        std::vector<std::size_t> chosen = biometrics::chooseFrames(candidates, m_wanted);
        std::sort(chosen.begin(), chosen.end());
        std::vector<biometrics::FaceTemplate> live;
        double smallest = 0;
        for (const std::size_t index : chosen) {
            TakenFace& each = m_taken[index];
            const double distance = m_shared.faces->match(m_photo.face, {each.candidate.face}).distance;
            if (outcome.best.empty() || distance < smallest) {
                smallest = distance;
                outcome.best = std::move(each.picture);
            }
            live.push_back(std::move(each.candidate.face));
            outcome.frames.push_back(std::move(each.frame));
        }
        outcome.match = m_shared.faces->match(m_photo.face, live);
        applyLoosestThreshold(outcome.match);
    }

    /// The carrier may be stricter than the manifest of the models, never looser.
    void applyLoosestThreshold(biometrics::MatchResult& match) const
    {
        const double loosest = m_request.policy.loosestThreshold;
        if (loosest > 0 && loosest < match.threshold) {
            match.threshold = loosest;
            match.match = match.match && match.distance <= loosest;
        }
    }

    [[nodiscard]] double progress() const
    {
        return static_cast<double>(m_taken.size()) / static_cast<double>(m_wanted);
    }

    void tell(const std::string& hint, double progress)
    {
        m_camera.told(hint);
        m_request.hint(hint, progress);
    }

    const CaptureRequest& m_request;
    SharedEngine& m_shared;
    const PhotoOnDesk& m_photo;
    biometrics::CameraSource& m_camera;
    std::size_t m_wanted;
    std::unique_ptr<biometrics::LivenessCheck> m_check; // none: liveness is not performed
    Clock::time_point m_deadline;
    std::vector<TakenFace> m_taken;
    std::optional<FaceInTheMaking> m_making;
    std::optional<Clock::time_point> m_lastTaken, m_lastFrame;
    Clock::time_point m_frameBegan;
    Failure m_trouble{FailureCode::FaceNotFound, {}};
    bool m_faceSeen = false;
};

} // namespace

Result<CaptureOutcome> captureFace(const CaptureRequest& request, std::stop_token stop)
{
    const auto loaded = request.engine->wait(modelPatience, stop);
    const auto photo = loaded && *loaded ? request.photo->wait(modelPatience, stop) : std::nullopt;
    if (loaded && !*loaded) {
        return tl::unexpected(loaded->error());
    }
    if (!photo) {
        return fail(FailureCode::Cancelled, "face");
    }
    if (!*photo) {
        return tl::unexpected(photo->error());
    }
    const std::lock_guard cameraTurn(request.camera->turn);
    FaceCapture capture(request, ***loaded, ***photo);
    // A kiosk must not become one without liveness because somebody took a file away.
    if (!capture.asksForMovements() && !request.policy.acceptWithoutLiveness) {
        return fail(FailureCode::ModelMissing, "liveness");
    }
    return capture.run(stop);
}

} // namespace chinhchu::app
