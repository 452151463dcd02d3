#pragma once

#include "app/session/face_desk.h"

namespace chinhchu::app {

/// What one try of the face gave.
struct CaptureOutcome
{
    biometrics::MatchResult match;
    std::vector<Evidence::Frame> frames;
    biometrics::Image best;
    Evidence::Liveness liveness;
    /// The check that caught something; then nothing was compared.
    std::optional<Failure> refused;
    /// It caught an attack (caught_attack.h), not only somebody whom it could not judge.
    bool caughtAttack = false;
};

/// Shows frames and hints while the person goes through the challenge, collects the best pictures on the way and
/// compares them with the photograph.
struct CaptureRequest
{
    std::shared_ptr<CameraSlot> camera;
    std::shared_ptr<EngineBox> engine;
    std::shared_ptr<PhotoBox> photo;
    SessionPolicy policy;
    std::function<void(std::shared_ptr<const biometrics::Frame>)> frame;
    std::function<void(const std::string& code, double progress)> hint;
};

/// Blocks and belongs on a worker thread. Without the models of the liveness check, or where one still picture stands
/// for the camera (under a demo enrolment only), nobody is asked to move: the outcome says `not-performed`, or,
/// where policy does not accept that, MODEL_MISSING.
Result<CaptureOutcome> captureFace(const CaptureRequest& request, std::stop_token stop);

} // namespace chinhchu::app
