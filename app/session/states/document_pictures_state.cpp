// DocumentPictures: the front and the back of the card before the camera, until they can be read.

#include "app/session/document_capture.h"
#include "app/session/session_machine.h"

namespace chinhchu::app {

namespace {

class DocumentPicturesState : public SessionState
{
public:
    using SessionState::SessionState;

    /// Whoever comes back begins anew: perhaps it was another card.
    void enter() override
    {
        machine.facts.problem.reset();
        machine.facts.documentTurned = false;
        machine.memory.documentPictures.clear();
        machine.workers.start([capture = capture(), open = opener(), kind = machine.parts.enrolment.kind,
                               left = m_left.get_token(), post = machine.statePost(), this](const std::stop_token& stop) {
            // Leaving the state ends the looking as well as ending the session does.
            std::stop_source either;
            const std::stop_callback onStop(stop, [&either] { either.request_stop(); });
            const std::stop_callback onLeave(left, [&either] { either.request_stop(); });
            auto outcome = std::make_shared<Outcome>(run(capture, open, kind, either.get_token()));
            post([this, outcome] { done(std::move(*outcome)); });
        });
    }

    void leave() override { m_left.request_stop(); }

private:
    using Outcome = Result<std::vector<Evidence::DocumentPicture>>;
    using Opener = decltype(SessionParts::openCamera);

    [[nodiscard]] Opener opener() const
    {
        const SessionParts& parts = machine.parts;
        return parts.openDocumentCamera ? parts.openDocumentCamera : parts.openCamera;
    }

    /// The camera of the face where there is no other: it stays open for the code on the card.
    std::shared_ptr<CameraSlot> slot()
    {
        if (machine.parts.openDocumentCamera) {
            return std::make_shared<CameraSlot>();
        }
        if (!machine.memory.camera) {
            machine.memory.camera = std::make_shared<CameraSlot>();
        }
        return machine.memory.camera;
    }

    DocumentCapture capture()
    {
        DocumentCapture capture;
        capture.camera = slot();
        capture.policy = machine.parts.policy;
        const Post post = machine.statePost();
        Session& session = machine.session;
        capture.frame = [post, &session](std::shared_ptr<const biometrics::Frame> frame) {
            post([&session, frame] { emit session.frame(frame); });
        };
        capture.hint = [post, &session](const std::string& hint, double progress) {
            post([&session, hint, progress] { emit session.faceHint(QString::fromStdString(hint), progress); });
        };
        capture.turned = [post, this] { post([this] { turned(); }); };
        return capture;
    }

    static Outcome run(const DocumentCapture& capture, const Opener& open, Enrolment::Kind kind,
                       const std::stop_token& stop)
    {
        if (const Result<void> opened = openCamera(*capture.camera, open, kind); !opened) {
            return tl::unexpected(opened.error());
        }
        return captureDocument(capture, stop);
    }

    void turned()
    {
        machine.facts.documentTurned = true;
        machine.idle.restart();
        emit machine.session.factsChanged();
    }

    void done(Outcome pictures)
    {
        if (!pictures) {
            machine.fail(pictures.error());
            return;
        }
        machine.memory.documentPictures = std::move(*pictures);
        machine.handle(SessionEvent::DocumentPictured);
    }

    std::stop_source m_left;
};

} // namespace

std::unique_ptr<SessionState> makeDocumentPicturesState(SessionMachine& machine)
{
    return std::make_unique<DocumentPicturesState>(machine);
}

} // namespace chinhchu::app
