// CaptureFace, Match: the person in front of the camera, and whether it is the person in the photograph.

#include "app/session/age.h"
#include "app/session/face_capture.h"
#include "app/session/guardian_rules.h"
#include "app/session/guardian_turn.h"
#include "app/session/mode_rules.h"
#include "app/session/session_machine.h"

namespace chinhchu::app {

namespace {

class CaptureFaceState : public SessionState
{
public:
    using SessionState::SessionState;

    void enter() override
    {
        machine.facts.problem.reset();
        machine.facts.match.reset();
        machine.facts.livePhoto = {};
        machine.facts.liveness = {};
        machine.memory.frames.clear();
        if (machine.isForStaff()) {
            machine.fail({FailureCode::FaceNotLive, "too often with this card"});
            return;
        }
        // After a failed load the models are tried again.
        machine.loadFaces();
        machine.workers.start([post = machine.statePost(), request = request(), open = cameraOpener(machine),
                               kind = machine.parts.enrolment.kind, this](std::stop_token stop) {
            auto outcome = std::make_shared<Result<CaptureOutcome>>(run(request, open, kind, std::move(stop)));
            post([this, outcome] { done(std::move(*outcome)); });
        });
    }

private:
    CaptureRequest request()
    {
        CaptureRequest request;
        request.camera = machine.memory.camera;
        request.engine = machine.engine;
        request.photo = machine.memory.photo;
        request.policy = machine.parts.policy;
        request.policy.challenge = challengeFor(machine.parts);
        const Post post = machine.statePost();
        Session& session = machine.session;
        request.frame = [post, &session](std::shared_ptr<const biometrics::Frame> frame) {
            post([&session, frame] { emit session.frame(frame); });
        };
        request.hint = [post, &session](const std::string& code, double progress) {
            post([&session, code, progress] { emit session.faceHint(QString::fromStdString(code), progress); });
        };
        return request;
    }

    static Result<CaptureOutcome> run(const CaptureRequest& request, const decltype(SessionParts::openCamera)& open,
                                      Enrolment::Kind kind, std::stop_token stop)
    {
        const Result<void> opened = openCamera(*request.camera, open, kind);
        if (!opened) {
            return tl::unexpected(opened.error());
        }
        return captureFace(request, std::move(stop));
    }

    void done(Result<CaptureOutcome> outcome)
    {
        if (!outcome) {
            machine.fail(outcome.error());
            return;
        }
        machine.facts.liveness = std::move(outcome->liveness);
        if (outcome->caughtAttack) {
            machine.faceRefusals->count(machine.facts.chip->identity.documentNumber);
        }
        if (outcome->refused) {
            machine.fail(*outcome->refused);
            return;
        }
        machine.facts.match = std::move(outcome->match);
        machine.facts.livePhoto = std::move(outcome->best);
        machine.memory.frames = std::move(outcome->frames);
        emit machine.session.factsChanged();
        machine.handle(SessionEvent::FaceCaptured);
    }
};

class MatchState : public SessionState
{
public:
    using SessionState::SessionState;

    void enter() override
    {
        if (!machine.facts.match->match) {
            machine.fail({FailureCode::FaceMismatch, "distance " + std::to_string(machine.facts.match->distance) +
                                                         ", threshold " +
                                                         std::to_string(machine.facts.match->threshold)});
            return;
        }
        if (machine.facts.liveness.result == "live") {
            machine.faceRefusals->forget(machine.facts.chip->identity.documentNumber);
        }
        // The face is known: nobody needs to be filmed any longer.
        machine.memory.camera.reset();
    }

    void acceptMatch() override
    {
        if (!machine.facts.match->match) {
            return;
        }
        if (machine.facts.guardianTurn) {
            giveTurnBackToChild(machine);
            machine.handle(SessionEvent::MatchAccepted);
        } else if (isChild()) {
            giveTurnToGuardian(machine);
            machine.handle(SessionEvent::ChildMatched);
        } else {
            machine.handle(SessionEvent::MatchAccepted);
        }
    }

private:
    /// Whether the session goes on without a parent was decided with the verdict on the chip.
    [[nodiscard]] bool isChild() const
    {
        const auto age = ageOn(machine.facts.chip->identity.birthDate.view(), todayInVietnam());
        return guardianship(age, machine.parts.policy.guardianBelow) != Guardianship::NotNeeded;
    }
};

} // namespace

std::unique_ptr<SessionState> makeCaptureFaceState(SessionMachine& machine)
{
    return std::make_unique<CaptureFaceState>(machine);
}

std::unique_ptr<SessionState> makeMatchState(SessionMachine& machine)
{
    return std::make_unique<MatchState>(machine);
}

} // namespace chinhchu::app
