#pragma once

#include "app/audit/audit_trail.h"
#include "app/carrier/carrier_client.h"
#include "app/carrier/carrier_time.h"
#include "app/carrier/nonce_store.h"
#include "app/carrier/policy_store.h"
#include "app/evidence/evidence.h"
#include "app/outbox/outbox.h"
#include "app/session/session_policy.h"
#include "app/staff/staff_member.h"
#include "biometrics/camera/camera_source.h"
#include "biometrics/face_engine.h"
#include "biometrics/liveness/liveness_check.h"
#include "nfc/chip_reader.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace chinhchu::app {

class FaceRefusals;

/// What a session is made of. The same parts stand behind the window, the command line and the tests.
struct SessionParts
{
    /// Blocking, called on a worker thread: waits for a card and opens it.
    std::function<Result<std::unique_ptr<nfc::ApduChannel>>(std::chrono::milliseconds patience, std::stop_token)>
        openCard;
    /// Blocking, called on a worker thread.
    std::function<Result<std::unique_ptr<biometrics::CameraSource>>()> openCamera;
    /// Pictures of the card are taken with this one, where policy asks for them; not set: with openCamera. It is told
    /// DOCUMENT_TURN_OVER when the back is wanted.
    decltype(openCamera) openDocumentCamera;
    /// The same for the card and the face of a child's parent; not set: the ones above. On one reader the child's card
    /// is waited away first.
    decltype(openCard) openGuardianCard;
    decltype(openCamera) openGuardianCamera;
    /// Blocking, called on a worker thread once; the engine is then shared by the sessions that follow.
    std::function<Result<std::shared_ptr<biometrics::FaceEngine>>()> loadFaces;
    /// Blocking, called on a worker thread after loadFaces. Not set, or MODEL_MISSING: liveness is not performed, and
    /// the evidence says so.
    std::function<Result<std::shared_ptr<biometrics::LivenessModels>>()> loadLiveness;
    nfc::TrustStore trust;
    Enrolment enrolment;
    std::shared_ptr<CarrierClient> carrier;
    /// Asked whether there is room before anybody begins; null: nothing can be sealed, and nobody asks.
    std::shared_ptr<Outbox> outbox;
    /// The same queue opened once more, by a thread that may wait for the disk.
    std::function<Result<std::shared_ptr<Outbox>>()> openOutbox;
    /// Nonces for work without network; may be null: then a session without the carrier is `device-only`.
    std::shared_ptr<const NonceStore> nonces;
    /// Where the carrier's policy is kept; may be null.
    std::shared_ptr<const PolicyStore> policies;
    /// When the carrier was last heard; may be null.
    std::shared_ptr<CarrierTimeKeeper> carrierTime;
    /// Where sessions, bindings and hand-overs are written down, without personal data; may be null.
    std::shared_ptr<AuditTrail> audit;
    /// With which cards attacks were caught before; null: only what this session object sees is counted.
    std::shared_ptr<FaceRefusals> faceRefusals;
    QString mode = QStringLiteral("self-service");
    /// Who serves and has signed in; nobody in self-service.
    std::optional<StaffMember> staff;
    SessionPolicy policy;
};

/// What the camera sees of the code on the card, while the person is asked for the number on it.
struct CardCode
{
    enum class State
    {
        NoCamera, ///< there is none, or it fell out: the digits are the way
        Looking,
        Foreign, ///< a code, but of no citizen card; the looking goes on
        Read     ///< `keys` open the chip; the looking has ended
    } state = State::NoCamera;
    nfc::AccessKeys keys;
};

/// What is known so far and may be shown. Wiped with the session.
struct SessionFacts
{
    QStringList msisdns; ///< as the citizen gave them, E.164
    std::optional<nfc::ChipIdentity> chip;
    /// What the carrier said about the document signer, where it had to be asked.
    nfc::OnlineCheck signerCheck = nfc::OnlineCheck::NotAsked;
    /// It could not be asked: the session goes on, and the carrier decides when it has the binding.
    bool provisional = false;
    biometrics::Image chipPhoto;
    biometrics::Image livePhoto; ///< the frame that matched best
    std::optional<biometrics::MatchResult> match;
    Evidence::Liveness liveness; ///< of the last try of the face, also where it failed
    struct HeldNumber
    {
        Subscription subscription;
        bool entered = false; ///< the citizen came for this one
        bool known = false;   ///< the carrier names it as this person's; else it would be a new one
        /// Open: not said yet. Left: asked, and no answer given; the number stays out of the binding.
        enum class Answer
        {
            Open,
            Mine,
            NotMine,
            Left
        };
        Answer answer = Answer::Open;
        Possession possession = Possession::NotAsked;
        QString challengeId; ///< of the password that was right
        [[nodiscard]] bool isInBinding() const { return answer == Answer::Mine || answer == Answer::NotMine; }
    };
    std::vector<HeldNumber> numbers;
    /// At DocumentPictures: the front of the card was taken, the back is wanted.
    bool documentTurned = false;
    /// A child's parent has the turn: the card and the face that are awaited, `chip` and `match` are the parent's, and
    /// `child` is whose session it is.
    bool guardianTurn = false;
    std::optional<nfc::IdentityData> child;
    /// The parent who agreed for a child and was verified; `chip` is the child's again.
    std::optional<nfc::IdentityData> guardian;
    /// The carrier has named the numbers it knows, or cannot be asked; confirmNumbers() waits for this.
    bool numbersComplete = false;
    /// The carrier was asked and did not answer: `numbers` are only those that the citizen gave.
    bool numbersClaimedOnly = false;
    /// At Possession: the one-time password that is awaited now.
    struct Password
    {
        QString msisdn; ///< where it was sent
        enum class Stage
        {
            Sending,
            Awaited,
            Checking
        } stage = Stage::Sending;
        enum class Trouble
        {
            None,
            Wrong,
            TooOld, ///< a new one was sent
            NotSent ///< a new one was asked for and could not be sent; the one before still counts
        } trouble = Trouble::None;
        int triesLeft = 0;
    };
    std::optional<Password> password;
    std::optional<Evidence::SignatureWish> signatureWish; ///< none when not offered
    /// The carrier's receipt. None at Receipt: the binding is sealed and waits in the outbox; `problem` says why. A
    /// receipt that says received is not yet verified; `problem` says so (exit status 8).
    std::optional<BindingReceipt> receipt;
    /// Why the session stands at Problem (or why a binding waits, at Receipt).
    std::optional<Failure> problem;
    /// The tries are used up, or the way through the kiosk is closed: a member of staff takes over.
    bool handOver = false;
    QString bindingId;
};

/// One session from greeting to receipt. Lives in one thread (the GUI's or main); slow work runs on worker threads.
/// The UI shows state() and facts() and calls the inputs; it decides nothing. An input that does not fit the state, or
/// numbers that cannot be mobile numbers (msisdn.h), are ignored.
class Session : public QObject
{
    Q_OBJECT

public:
    /// In the order of the happy path. Problem: something failed, facts().problem says what; retry() goes back to the
    /// state it failed in where that makes sense, cancel() ends.
    enum class State
    {
        Greeting,
        Consent,
        NumberEntry,
        DocumentPictures,
        Identify,
        PlaceCard,
        ReadChip,
        Verdict,
        CaptureFace,
        Match,
        GuardianConsent,
        ChooseNumbers,
        Possession,
        SignatureOffer,
        Signing,
        Review,
        Deliver,
        Receipt,
        Problem
    };
    Q_ENUM(State)

    explicit Session(SessionParts parts, QObject* parent = nullptr);
    ~Session() override;

    [[nodiscard]] State state() const;
    [[nodiscard]] const SessionFacts& facts() const;
    [[nodiscard]] const SessionParts& parts() const;
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] bool canRetry() const;
    /// 0 delivered, else as the command line's contract says. Valid at Receipt and Problem.
    [[nodiscard]] int exitStatus() const;

public slots:
    void begin();                                                   ///< Greeting -> Consent
    void giveConsent(const QString& text, const QString& language); ///< -> NumberEntry; the text as it was shown
    /// National or E.164 form. -> DocumentPictures -> Identify by itself, or Identify where policy asks for no pictures.
    void enterNumbers(const QStringList& msisdns);
    /// Identify: looks with the camera for the code on the card, until the page is left or a code was read. What it sees
    /// comes as frame() and cardCode().
    void lookForCode();
    void identify(const chinhchu::nfc::AccessKeys& keys);           ///< -> PlaceCard -> ReadChip -> Verdict by itself
    void acceptVerdict();                                           ///< -> CaptureFace -> Match by itself
    /// Identify, PlaceCard: the card has no chip. -> Problem, the way over the counter
    void reportNoChip();
    void acceptMatch(); ///< -> ChooseNumbers; a child's -> GuardianConsent
    /// The parent agrees for the child, in writing as it was shown: -> Identify, now for the parent's card.
    void giveGuardianConsent(const QString& text, const QString& language);
    void answerNumber(const QString& msisdn, bool mine); ///< false of what is not held: the carrier refuses it
    void leaveNumber(const QString& msisdn); ///< no answer: the binding says nothing about this number
    void confirmNumbers();                   ///< -> Possession, once every number has its answer
    /// The six digits of facts().password; the right ones for every number that policy asks for ->
    /// SignatureOffer, or the next state that policy asks for.
    void enterPassword(const chinhchu::SecretText& digits);
    void sendPasswordAgain();
    void requestSignature(const QString& text, const QString& language); ///< -> Signing; the consent as it was shown
    void declineSignature();                                             ///< -> Signing
    void sign(const chinhchu::app::Evidence::Signature& drawing);        ///< -> Review; one that is none is ignored
    void signByName();                                                   ///< -> Review; for those who cannot draw
    void submit();                                                       ///< -> Deliver -> Receipt
    void back();
    void retry();
    void cancel();    ///< from anywhere: wipe, -> Greeting
    void finish();    ///< Receipt: wipe, -> Greeting
    void stillHere(); ///< the person touched the screen: the idle time begins anew
    /// Greeting: @p member serves the sessions that follow (mode `assisted`); nobody: they are what the device was set up
    /// for.
    void setServing(const std::optional<chinhchu::app::StaffMember>& member);

    /// Returns when all that was written down so far is on the disk: for those who read it by another way.
    void awaitDisk();

signals:
    void stateChanged(chinhchu::app::Session::State state);
    void factsChanged();
    /// Nothing happened for a while: the session ends by itself in @p seconds unless stillHere() or any input comes.
    void idleWarning(int seconds);
    void readProgress(const chinhchu::nfc::ReadProgress& progress);
    /// Camera pictures while the face or the card is captured, for the live view.
    void frame(std::shared_ptr<const chinhchu::biometrics::Frame> frame);
    /// One thing to do now, with the face or the card before the camera, as a failure or hint code ("FACE_NOT_FOUND",
    /// "DOCUMENT_LAY_FLAT"), empty when all is well; 0..1 of the capture done.
    void faceHint(const QString& code, double progress);
    void cardCode(const chinhchu::app::CardCode& code);
    /// Another mode, or another member of staff.
    void servingChanged();

private:
    std::unique_ptr<class SessionMachine> d;
};

} // namespace chinhchu::app
