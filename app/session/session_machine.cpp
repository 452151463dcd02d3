#include "app/session/session_machine.h"

#include "app/session/optional_states.h"

#include <algorithm>
#include <array>

namespace chinhchu::app {

namespace {

using StateMaker = std::unique_ptr<SessionState> (*)(SessionMachine&);

/// In the order of Session::State.
constexpr auto stateMakers = std::to_array<StateMaker>({
    makeGreetingState,
    makeConsentState,
    makeNumberEntryState,
    makeDocumentPicturesState,
    makeIdentifyState,
    makePlaceCardState,
    makeReadChipState,
    makeVerdictState,
    makeCaptureFaceState,
    makeMatchState,
    makeGuardianConsentState,
    makeChooseNumbersState,
    makePossessionState,
    makeSignatureOfferState,
    makeSigningState,
    makeReviewState,
    makeDeliverState,
    makeReceiptState,
    makeProblemState,
});
static_assert(stateMakers.size() == static_cast<std::size_t>(Session::State::Problem) + 1);

} // namespace

SessionMachine::SessionMachine(Session& owner, SessionParts sessionParts)
    : parts(std::move(sessionParts))
    , desk(parts.openOutbox, parts.audit)
    , idle(parts)
    , faceRefusals(parts.faceRefusals ? parts.faceRefusals : std::make_shared<FaceRefusals>())
    , session(owner)
    , m_ownMode(parts.mode)
    , m_state(makeGreetingState(*this))
{
    idle.warn = [this](int seconds) { emit session.idleWarning(seconds); };
    idle.timeOut = [this] { handle(SessionEvent::TimedOut); };
}

SessionMachine::~SessionMachine()
{
    tellWhoLeft();
    // Results on their way find no state any more.
    m_stateEra->fetch_add(1);
    m_sessionEra->fetch_add(1);
}

void SessionMachine::handle(SessionEvent event)
{
    m_waiting.push_back(event);
    if (m_handling) {
        return;
    }
    m_handling = true;
    while (!m_waiting.empty()) {
        const SessionEvent next = m_waiting.front();
        m_waiting.pop_front();
        follow(next);
    }
    m_handling = false;
}

void SessionMachine::follow(SessionEvent event)
{
    std::optional<Session::State> next = nextState(m_current, event);
    // A state that is not asked for is never entered, and its page never shown.
    while (next && !isAskedFor(*next, facts, parts.policy)) {
        next = nextState(*next, SessionEvent::NotAsked);
    }
    if (!next) {
        return;
    }
    m_state->leave();
    m_stateEra->fetch_add(1);
    if (*next == Session::State::Greeting) {
        tellWhoLeft();
        wipe();
    }
    m_current = *next;
    m_state = stateMakers[static_cast<std::size_t>(m_current)](*this);
    // Entering first: a state that refuses (Verdict, Match) has queued its refusal before anybody can answer the
    // signal.
    m_state->enter();
    idle.watch(m_current);
    emit session.stateChanged(m_current);
}

/// Attacks one after the other would leave nothing but "session-started" otherwise.
void SessionMachine::noteFaceRefusal(FailureCode code)
{
    constexpr int face = 7;
    const bool looking = m_current == Session::State::CaptureFace || m_current == Session::State::Match;
    if (!looking || chinhchu::exitStatus(code) != face) {
        return;
    }
    const std::string_view name = codeName(code);
    note("face-refused",
         facts.bindingId + ' ' + QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
}

bool SessionMachine::isForStaff() const
{
    return !parts.staff && facts.chip && faceRefusals->isForStaff(facts.chip->identity.documentNumber);
}

void SessionMachine::fail(Failure failure)
{
    memory.failedIn = m_current;
    noteFaceRefusal(failure.code);
    if (const std::optional<SessionEvent> event = retryEventFor(failure.code, m_current)) {
        const int failures = ++memory.failures[*event];
        if (failures >= parts.policy.tries && meansNoChip(failure.code)) {
            failure = {FailureCode::CardWithoutChip, std::string(codeName(failure.code))};
        }
    }
    facts.problem = std::move(failure);
    handle(SessionEvent::Failed);
}

std::optional<SessionEvent> SessionMachine::possibleRetry() const
{
    if (m_current != Session::State::Problem || !facts.problem) {
        return std::nullopt;
    }
    const std::optional<SessionEvent> event = retryEventFor(facts.problem->code, memory.failedIn);
    if (!event) {
        return std::nullopt;
    }
    // Cards are said to lock after repeated wrong passwords: three wrong keys are the most that one session tries.
    const bool keysUsedUp = *event == SessionEvent::RetryKeys && memory.wrongKeys >= 3;
    const auto failed = memory.failures.find(*event);
    // An answer may be changed as often as somebody likes: nobody is tried by it.
    const bool triesUsedUp = *event != SessionEvent::ChangeAnswers && failed != memory.failures.end() &&
                             failed->second >= parts.policy.tries;
    if (keysUsedUp || triesUsedUp || (*event == SessionEvent::RetryFace && isForStaff())) {
        return std::nullopt;
    }
    return event;
}

SessionEvent SessionMachine::backEvent() const
{
    if (m_current != Session::State::Identify) {
        return SessionEvent::Back;
    }
    if (facts.guardianTurn) {
        return SessionEvent::BackToGuardian;
    }
    return parts.policy.documentPictures ? SessionEvent::BackToPictures : SessionEvent::Back;
}

void SessionMachine::retry()
{
    if (const std::optional<SessionEvent> event = possibleRetry()) {
        handle(*event);
    }
}

namespace {

/// Where the carrier vouched for the signer, or has verified the whole binding, its word on the issuer is the last.
/// That the chip is no copy it cannot vouch for.
bool carrierVouches(const nfc::AuthenticityVerdict& verdict, nfc::OnlineCheck signer,
                    const std::optional<BindingReceipt>& receipt)
{
    const bool proven = verdict.active == nfc::ChipProof::Passed || verdict.chip == nfc::ChipProof::Passed;
    const bool asked =
        signer == nfc::OnlineCheck::Confirmed || (receipt && receipt->state == BindingReceipt::State::Verified);
    return proven && asked && nfc::exitStatus(verdict) == 6;
}

} // namespace

int SessionMachine::exitStatus() const
{
    std::vector<int> statuses;
    if (facts.problem) {
        statuses.push_back(chinhchu::exitStatus(facts.problem->code));
    }
    const auto consider = [&](const nfc::AuthenticityVerdict& verdict, nfc::OnlineCheck signer) {
        if (!carrierVouches(verdict, signer, facts.receipt)) {
            statuses.push_back(nfc::exitStatus(verdict));
        }
    };
    if (facts.chip) {
        consider(facts.chip->authenticity, facts.signerCheck);
    }
    if (memory.guardian) {
        consider(memory.guardian->proof.chip.authenticity, memory.guardian->signerCheck);
    }
    return firstExitStatus(statuses);
}

Post SessionMachine::statePost()
{
    return {&session, m_stateEra};
}

Post SessionMachine::sessionPost()
{
    return {&session, m_sessionEra};
}

void SessionMachine::note(const QString& action, const QString& subject)
{
    desk.note(eventOf(action, subject));
}

void SessionMachine::noteProblem(const QString& action)
{
    const std::string_view reason = codeName(facts.problem->code);
    note(action, facts.bindingId + ' ' + QString::fromUtf8(reason.data(), static_cast<qsizetype>(reason.size())));
}

/// Whether too many numbers were the end, or another answer the way on, is known only when the session is left there:
/// by the person, by the clock, or with the program, where nobody can answer otherwise.
void SessionMachine::tellWhoLeft()
{
    if (possibleRetry() == SessionEvent::ChangeAnswers) {
        noteProblem(QStringLiteral("handed-over"));
    }
}

AuditEvent SessionMachine::eventOf(const QString& action, const QString& subject) const
{
    return {parts.staff ? parts.staff->id : QStringLiteral("kiosk"), action, subject};
}

bool SessionMachine::setServing(const std::optional<StaffMember>& member)
{
    if (m_current != Session::State::Greeting) {
        return false;
    }
    parts.staff = member;
    parts.mode = member ? QStringLiteral("assisted") : m_ownMode;
    return true;
}

void SessionMachine::loadFaces()
{
    if (engine) {
        const auto known = engine->peek();
        if (!known || *known) {
            return;
        }
    }
    engine = std::make_shared<EngineBox>();
    workers.start([box = engine, load = parts.loadFaces, liveness = parts.loadLiveness](std::stop_token) {
        box->set(loadEngine(load, liveness));
    });
}

void SessionMachine::wipe()
{
    m_sessionEra->fetch_add(1);
    workers.stopAll();
    facts = SessionFacts{};
    memory = SessionMemory{};
    emit session.factsChanged();
}

} // namespace chinhchu::app
