#pragma once

#include "app/outbox/outbox_desk.h"
#include "app/session/awaited.h"
#include "app/session/card_reading.h"
#include "app/session/face_refusals.h"
#include "app/session/idle_watch.h"
#include "app/session/retry_rules.h"
#include "app/session/session_state.h"
#include "app/session/transitions.h"
#include "app/session/workers.h"

#include <QPointer>

#include <deque>
#include <map>

namespace chinhchu::app {

/// One of the people of a session who has had the turn, while the other one has it or when both have: the proof, and
/// what else was found out.
struct VerifiedPerson
{
    PersonProof proof;
    biometrics::Image chipPhoto;
    biometrics::Image livePhoto;
    nfc::OnlineCheck signerCheck = nfc::OnlineCheck::NotAsked;
    bool provisional = false;
};

/// What a session remembers besides what may be shown. Wiped with it.
struct SessionMemory
{
    QString sessionId;
    Evidence::Consent consent;
    nfc::AccessKeys keys;
    std::shared_ptr<nfc::ApduChannel> card;
    std::shared_ptr<NonceBox> nonce;
    /// The nonce that the chip's answer is bound to.
    std::optional<VerificationSession> freshness;
    std::shared_ptr<PhotoBox> photo;
    std::shared_ptr<CameraSlot> camera;
    std::vector<Evidence::Frame> frames;
    std::optional<Evidence::Signature> signature;
    std::vector<Evidence::DocumentPicture> documentPictures;
    /// The child, while the parent has the turn.
    std::optional<VerifiedPerson> child;
    /// The parent, once verified, with the consent for the child.
    std::optional<VerifiedPerson> guardian;
    Evidence::Consent guardianConsent;
    /// How often each kind of try has failed, by the event that would start the next one.
    std::map<SessionEvent, int> failures;
    /// One-time passwords by number: the carrier's open challenge, and how many wrong answers there were. Going back
    /// and forth gives no further try.
    struct PasswordTries
    {
        QString challengeId;
        int wrong = 0;
    };
    std::map<QString, PasswordTries> passwords;
    /// Keys that a card has refused in this session.
    int wrongKeys = 0;
    Session::State failedIn = Session::State::Greeting;
    /// The audit trail knows that the evidence is sealed.
    bool sealingTold = false;
    /// The evidence is safe in the outbox: never seal a second one for the same session.
    bool enqueued = false;
};

/// The inside of a Session: the current state object, the table that says where it may go, and the tools that states
/// use.
class SessionMachine
{
public:
    SessionMachine(Session& session, SessionParts sessionParts);
    ~SessionMachine();

    SessionParts parts;
    SessionFacts facts;
    SessionMemory memory;
    Workers workers;
    OutboxDesk desk;
    std::shared_ptr<EngineBox> engine;
    IdleWatch idle;
    /// Of all sessions since the program began, or longer; never null.
    const std::shared_ptr<FaceRefusals> faceRefusals;

    [[nodiscard]] SessionState& current() { return *m_state; }
    [[nodiscard]] Session::State state() const { return m_current; }

    /// Follows the table's arrow for @p event; events that come while one is handled wait their turn.
    void handle(SessionEvent event);
    /// Notes why and goes to Problem.
    void fail(Failure failure);
    void retry();
    [[nodiscard]] std::optional<SessionEvent> possibleRetry() const;
    /// With this card somebody who was not alive was shown too often: only while staff serve is a face looked at again.
    [[nodiscard]] bool isForStaff() const;
    /// What "back" means: the parent's way to their card begins at their consent, not at the numbers; and before the
    /// card's number comes its picture, where policy asks for one.
    [[nodiscard]] SessionEvent backEvent() const;
    [[nodiscard]] int exitStatus() const;

    /// For results that only the current state wants.
    [[nodiscard]] Post statePost();
    /// For results that matter as long as this session lasts.
    [[nodiscard]] Post sessionPost();

    /// A line for the audit trail: who served, what happened, and the binding or session it is about. It does not wait for
    /// the disk; lines keep their order.
    void note(const QString& action, const QString& subject);
    /// The same with the code of the problem that the session stands at.
    void noteProblem(const QString& action);
    [[nodiscard]] AuditEvent eventOf(const QString& action, const QString& subject) const;

    /// False, and nothing changed, in the middle of a session.
    bool setServing(const std::optional<StaffMember>& member);

    /// Starts loading the models unless they are loaded or loading.
    void loadFaces();

    Session& session;

private:
    void follow(SessionEvent event);
    void noteFaceRefusal(FailureCode code);
    void tellWhoLeft();
    void wipe();

    const QString m_ownMode; ///< what the device was set up for
    std::unique_ptr<SessionState> m_state;
    Session::State m_current = Session::State::Greeting;
    std::deque<SessionEvent> m_waiting;
    bool m_handling = false;
    Post::Era m_stateEra = std::make_shared<std::atomic<std::uint64_t>>(0);
    Post::Era m_sessionEra = std::make_shared<std::atomic<std::uint64_t>>(0);
};

} // namespace chinhchu::app
