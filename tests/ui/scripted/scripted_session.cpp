#include "tests/ui/scripted/scripted_session.h"

#include "app/session/retry_rules.h"
#include "tests/ui/scripted/invented_facts.h"

namespace chinhchu::app {

using State = Session::State;

/// The name that session.h keeps its inside under.
class SessionMachine
{
public:
    SessionParts parts;
    SessionFacts facts;
    State state = State::Greeting;
    bool guardianTurn = false;
    static inline SessionMachine* last = nullptr;
    static inline bool generous = false;
    static inline QString consent;
    static inline int passwordsAskedFor = 0;
    static inline std::optional<Evidence::Signature> signature;
};

namespace {

/// The facts that fit the state in which the machine is.
void fill(SessionMachine& machine)
{
    machine.facts = scripted::inventedFacts(machine.state, SessionMachine::generous);
    machine.facts.guardianTurn = machine.guardianTurn;
}

/// By the real session's rule, wherever a session would meet this failure; nobody's tries are used up here.
bool hasWayBack(FailureCode code)
{
    for (int state = 0; state < static_cast<int>(State::Problem); ++state)
        if (retryEventFor(code, static_cast<State>(state)))
            return true;
    return false;
}

} // namespace

Session::Session(SessionParts parts, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<SessionMachine>())
{
    d->parts = std::move(parts);
    SessionMachine::last = d.get();
    SessionMachine::consent.clear();
    SessionMachine::signature.reset();
    SessionMachine::passwordsAskedFor = 0;
}

Session::~Session()
{
    // A new one may be there already.
    if (SessionMachine::last == d.get())
        SessionMachine::last = nullptr;
}

State Session::state() const
{
    return d->state;
}
const SessionFacts& Session::facts() const
{
    return d->facts;
}
const SessionParts& Session::parts() const
{
    return d->parts;
}
bool Session::canRetry() const
{
    return d->state == State::Problem && d->facts.problem && hasWayBack(d->facts.problem->code);
}
int Session::exitStatus() const
{
    return d->facts.problem ? chinhchu::exitStatus(d->facts.problem->code) : 0;
}

bool Session::canGoBack() const
{
    return d->state == State::NumberEntry || d->state == State::DocumentPictures || d->state == State::Identify || d->state == State::PlaceCard ||
           d->state == State::Possession || d->state == State::SignatureOffer || d->state == State::Signing ||
           d->state == State::Review;
}

void Session::begin()
{
    scripted::show(*this, State::Consent);
}

void Session::giveConsent(const QString& text, const QString&)
{
    SessionMachine::consent = text;
    scripted::show(*this, State::NumberEntry);
}

void Session::enterNumbers(const QStringList&)
{
    scripted::show(*this, State::Identify);
}
void Session::lookForCode() {}
void Session::awaitDisk() {}
void Session::setServing(const std::optional<StaffMember>& member)
{
    d->parts.staff = member;
    d->parts.mode = member ? QStringLiteral("assisted") : QStringLiteral("self-service");
    emit servingChanged();
}
void Session::identify(const nfc::AccessKeys&)
{
    scripted::show(*this, State::PlaceCard);
}
void Session::reportNoChip()
{
    scripted::fail(*this, FailureCode::CardWithoutChip);
}
void Session::acceptVerdict()
{
    scripted::show(*this, State::CaptureFace);
}
void Session::acceptMatch()
{
    scripted::show(*this, State::ChooseNumbers);
}
void Session::giveGuardianConsent(const QString& text, const QString&)
{
    SessionMachine::consent = text;
    d->guardianTurn = true;
    scripted::show(*this, State::Identify);
}
void Session::confirmNumbers()
{
    scripted::show(*this, State::Possession);
}
void Session::enterPassword(const SecretText&)
{
    scripted::show(*this, State::SignatureOffer);
}
void Session::requestSignature(const QString& text, const QString&)
{
    SessionMachine::consent = text;
    scripted::show(*this, State::Signing);
}
void Session::declineSignature()
{
    scripted::show(*this, State::Signing);
}
void Session::sign(const Evidence::Signature& drawing)
{
    SessionMachine::signature = drawing;
    scripted::show(*this, State::Review);
}
void Session::signByName()
{
    SessionMachine::signature.reset();
    scripted::show(*this, State::Review);
}
void Session::sendPasswordAgain()
{
    ++SessionMachine::passwordsAskedFor;
}
void Session::submit()
{
    scripted::show(*this, State::Deliver);
}
void Session::back()
{
    scripted::show(*this, d->state == State::Review ? State::ChooseNumbers
                                                    : static_cast<State>(static_cast<int>(d->state) - 1));
}
void Session::retry()
{
    const bool aboutNumbers = d->facts.problem && d->facts.problem->code == FailureCode::NumberLimitReached;
    scripted::show(*this, aboutNumbers ? State::ChooseNumbers : State::PlaceCard);
}
void Session::cancel()
{
    scripted::show(*this, State::Greeting);
}
void Session::finish()
{
    scripted::show(*this, State::Greeting);
}
void Session::stillHere() {}

void Session::answerNumber(const QString& msisdn, bool mine)
{
    for (auto& number : d->facts.numbers)
        if (number.subscription.msisdn == msisdn)
            number.answer = mine ? SessionFacts::HeldNumber::Answer::Mine : SessionFacts::HeldNumber::Answer::NotMine;
    emit factsChanged();
}

void Session::leaveNumber(const QString& msisdn)
{
    for (auto& number : d->facts.numbers)
        if (number.subscription.msisdn == msisdn)
            number.answer = SessionFacts::HeldNumber::Answer::Left;
    emit factsChanged();
}

} // namespace chinhchu::app

namespace chinhchu::scripted {

using app::SessionFacts;
using app::SessionMachine;
using State = app::Session::State;

void show(app::Session& session, app::Session::State state)
{
    SessionMachine& machine = *SessionMachine::last;
    machine.state = state;
    // The next person is nobody's parent yet.
    if (state == app::Session::State::Greeting)
        machine.guardianTurn = false;
    app::fill(machine);
    emit session.stateChanged(state);
}

void fail(app::Session& session, FailureCode code)
{
    SessionMachine& machine = *SessionMachine::last;
    machine.state = app::Session::State::Problem;
    machine.facts = {};
    machine.facts.problem = Failure{code, {}};
    emit session.stateChanged(machine.state);
}

void forgetMatch(app::Session& session)
{
    SessionMachine::last->facts.match.reset();
    emit session.factsChanged();
}

void trouble(app::Session& session, app::SessionFacts::Password::Stage stage,
             app::SessionFacts::Password::Trouble trouble)
{
    auto& password = SessionMachine::last->facts.password;
    password->stage = stage;
    password->trouble = trouble;
    password->triesLeft = 2;
    emit session.factsChanged();
}

void alter(app::Session& session, const std::function<void(app::SessionFacts&)>& change)
{
    change(SessionMachine::last->facts);
    emit session.factsChanged();
}

int passwordsAskedFor()
{
    return SessionMachine::passwordsAskedFor;
}

QString consentGiven()
{
    return SessionMachine::consent;
}

const std::optional<app::Evidence::Signature>& signatureGiven()
{
    return SessionMachine::signature;
}

void fillGenerously(bool generous)
{
    SessionMachine::generous = generous;
}

} // namespace chinhchu::scripted
