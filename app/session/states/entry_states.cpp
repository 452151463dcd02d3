// Greeting, Consent, NumberEntry, Identify: what the citizen says before the card is touched.

#include "app/session/mode_rules.h"
#include "app/session/msisdn.h"
#include "app/session/session_machine.h"

#include <QUuid>

namespace chinhchu::app {

namespace {

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
        machine.memory.consent = {text, language, QDateTime::currentDateTime()};
        static_cast<void>(machine.record("session-started", machine.facts.bindingId));
        machine.handle(SessionEvent::ConsentGiven);
    }
};

class NumberEntryState : public SessionState
{
public:
    using SessionState::SessionState;

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

    void identify(const nfc::AccessKeys& keys) override
    {
        if (keys.empty()) {
            return;
        }
        machine.memory.keys = keys;
        machine.handle(SessionEvent::Identified);
    }

    void reportNoChip() override { machine.fail({FailureCode::CardWithoutChip, "reported"}); }
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
