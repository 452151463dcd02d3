// Greeting, Consent, NumberEntry, Identify: what the citizen says before the card is touched.

#include "app/session/clock_rules.h"
#include "app/session/code_watch.h"
#include "app/session/guardian_turn.h"
#include "app/session/mode_rules.h"
#include "app/session/msisdn.h"
#include "app/session/session_machine.h"

#include <QUuid>

namespace chinhchu::app {

namespace {

std::optional<CarrierTime> carrierTime(const SessionMachine& machine)
{
    return machine.parts.carrierTime ? machine.parts.carrierTime->now() : std::nullopt;
}

class GreetingState : public SessionState
{
public:
    using SessionState::SessionState;

    void begin() override
    {
        // Somebody answers for what is done at the counter.
        if (const Result<void> served = mayServe(machine.parts); !served) {
            machine.fail(served.error());
            return;
        }
        // Nobody goes through a session that could not be kept.
        if (const Result<void> room = machine.parts.outbox ? machine.parts.outbox->checkRoom() : Result<void>(); !room) {
            machine.fail(room.error());
            return;
        }
        // Nor through one that the carrier could not believe.
        if (const Result<void> clock = clockMayServe(carrierTime(machine)); !clock) {
            machine.fail(clock.error());
            return;
        }
        machine.handle(SessionEvent::Begin);
    }
};

class ConsentState : public SessionState
{
public:
    using SessionState::SessionState;

    void enter() override
    {
        if (machine.memory.sessionId.isEmpty()) {
            machine.memory.sessionId = QUuid::createUuid().toString(QUuid::WithoutBraces);
            machine.facts.bindingId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        }
        // Loading takes a moment; the citizen reads meanwhile.
        machine.loadFaces();
    }

    void giveConsent(const QString& text, const QString& language) override
    {
        // Who goes back to this page and agrees again has not begun another session.
        const bool first = machine.memory.consent.text.isEmpty();
        machine.memory.consent = {text, language, QDateTime::currentDateTime()};
        if (first) {
            noteBeginning();
        }
        machine.handle(SessionEvent::ConsentGiven);
    }

private:
    void noteBeginning()
    {
        machine.note("session-started", machine.facts.bindingId);
        if (const auto off = clockWarning(carrierTime(machine))) {
            machine.note("clock-wrong", *off);
        }
    }
};

class NumberEntryState : public SessionState
{
public:
    using SessionState::SessionState;

    // Whoever comes back here is not filmed any longer.
    void enter() override { machine.memory.camera.reset(); }

    void enterNumbers(const QStringList& msisdns) override
    {
        QStringList numbers;
        for (const QString& typed : msisdns) {
            const std::optional<QString> number = toE164(typed);
            if (!number) {
                return;
            }
            if (!numbers.contains(*number)) {
                numbers.append(*number);
            }
        }
        if (numbers.isEmpty()) {
            return;
        }
        machine.facts.msisdns = numbers;
        emit machine.session.factsChanged();
        machine.handle(SessionEvent::NumbersEntered);
    }
};

class IdentifyState : public SessionState
{
public:
    using SessionState::SessionState;

    void lookForCode() override
    {
        if (m_looking) {
            return;
        }
        m_looking = true;
        if (!machine.memory.camera) {
            machine.memory.camera = std::make_shared<CameraSlot>();
        }
        machine.workers.start([watch = codeWatch(), left = m_left.get_token()](const std::stop_token& stop) {
            // Leaving the state ends the looking as well as ending the session does.
            std::stop_source either;
            const std::stop_callback onStop(stop, [&either] { either.request_stop(); });
            const std::stop_callback onLeave(left, [&either] { either.request_stop(); });
            watchForCode(watch, either.get_token());
        });
    }

    void leave() override { m_left.request_stop(); }

    void identify(const nfc::AccessKeys& keys) override
    {
        if (keys.empty()) {
            return;
        }
        machine.memory.keys = keys;
        machine.handle(SessionEvent::Identified);
    }

    void reportNoChip() override { machine.fail({FailureCode::CardWithoutChip, "reported"}); }

private:
    CodeWatch codeWatch()
    {
        const Post post = machine.statePost();
        Session& session = machine.session;
        CodeWatch watch;
        watch.camera = machine.memory.camera;
        watch.open = cameraOpener(machine);
        watch.enrolment = machine.parts.enrolment.kind;
        watch.frame = [post, &session](std::shared_ptr<const biometrics::Frame> frame) {
            post([&session, frame] { emit session.frame(frame); });
        };
        watch.seen = [post, this](const CardCode& code) { post([this, code] { tell(code); }); };
        return watch;
    }

    void tell(const CardCode& code)
    {
        m_looking = code.state == CardCode::State::Looking || code.state == CardCode::State::Foreign;
        emit machine.session.cardCode(code);
    }

    bool m_looking = false;
    std::stop_source m_left;
};

} // namespace

std::unique_ptr<SessionState> makeGreetingState(SessionMachine& machine)
{
    return std::make_unique<GreetingState>(machine);
}

std::unique_ptr<SessionState> makeConsentState(SessionMachine& machine)
{
    return std::make_unique<ConsentState>(machine);
}

std::unique_ptr<SessionState> makeNumberEntryState(SessionMachine& machine)
{
    return std::make_unique<NumberEntryState>(machine);
}

std::unique_ptr<SessionState> makeIdentifyState(SessionMachine& machine)
{
    return std::make_unique<IdentifyState>(machine);
}

} // namespace chinhchu::app
