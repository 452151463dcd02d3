// Possession: the telephone of each number is there, for the six digits that the carrier sent to it come back.

#include "app/session/password_rules.h"
#include "app/session/session_machine.h"

namespace chinhchu::app {

namespace {

/// The carrier cannot be asked now, so that it has to ask later; anything else it has said for good.
bool cannotBeAsked(const Failure& failure)
{
    constexpr int waits = 8;
    return chinhchu::exitStatus(failure.code) == waits;
}

class PossessionState : public SessionState
{
public:
    using SessionState::SessionState;

    void enter() override { askForNext(); }
    void leave() override { machine.facts.password.reset(); }

    void enterPassword(const SecretText& digits) override
    {
        if (!awaited() || digits.empty()) {
            return;
        }
        password().stage = Stage::Checking;
        password().trouble = Trouble::None;
        emit machine.session.factsChanged();
        machine.parts.carrier->verifyOtp(tries().challengeId, digits,
                                         [post = machine.statePost(), this](const Result<OtpResult>& answer) {
                                             if (post.stillWanted()) {
                                                 checked(answer);
                                             }
                                         });
    }

    void sendPasswordAgain() override
    {
        if (awaited()) {
            send();
        }
    }

private:
    using Stage = SessionFacts::Password::Stage;
    using Trouble = SessionFacts::Password::Trouble;

    SessionFacts::Password& password() { return *machine.facts.password; }
    SessionMemory::PasswordTries& tries() { return machine.memory.passwords[password().msisdn]; }
    bool awaited() { return machine.facts.password && password().stage == Stage::Awaited; }

    void askForNext()
    {
        if (!machine.parts.carrier) {
            deferPasswords(machine.facts, machine.parts.policy);
        }
        const SessionFacts::HeldNumber* number = nextForPassword(machine.facts, machine.parts.policy);
        if (!number) {
            machine.handle(SessionEvent::NumbersProven);
            return;
        }
        machine.facts.password.emplace();
        password().msisdn = number->subscription.msisdn;
        // Who went back and comes again still has the message.
        if (tries().challengeId.isEmpty()) {
            send();
        } else {
            await(Trouble::None);
        }
    }

    void await(Trouble trouble)
    {
        password().stage = Stage::Awaited;
        password().trouble = trouble;
        password().triesLeft = machine.parts.policy.tries - tries().wrong;
        emit machine.session.factsChanged();
    }

    void send()
    {
        password().stage = Stage::Sending;
        emit machine.session.factsChanged();
        machine.parts.carrier->createOtpChallenge(
            password().msisdn, [post = machine.statePost(), this](const Result<OtpChallenge>& answer) {
                if (post.stillWanted()) {
                    sent(answer);
                }
            });
    }

    void sent(const Result<OtpChallenge>& answer)
    {
        if (answer) {
            tries().challengeId = answer->challengeId;
            await(password().trouble == Trouble::TooOld ? Trouble::TooOld : Trouble::None);
        } else if (!tries().challengeId.isEmpty()) {
            // The message that was sent before may still be answered.
            await(Trouble::NotSent);
        } else if (!cannotBeAsked(answer.error())) {
            machine.fail(answer.error());
        } else {
            settle(Possession::Deferred);
        }
    }

    void checked(const Result<OtpResult>& answer)
    {
        if (!answer) {
            if (cannotBeAsked(answer.error())) {
                settle(Possession::Deferred);
            } else {
                machine.fail(answer.error());
            }
            return;
        }
        switch (*answer) {
        case OtpResult::Correct:
            settle(Possession::Verified);
            break;
        case OtpResult::Wrong:
            wrong();
            break;
        case OtpResult::Expired:
        case OtpResult::Exhausted:
            // Not a mistake of the person.
            tries().challengeId.clear();
            password().trouble = Trouble::TooOld;
            send();
            break;
        }
    }

    void wrong()
    {
        ++tries().wrong;
        if (tries().wrong >= machine.parts.policy.tries) {
            machine.fail({FailureCode::PasswordWrong, {}});
            return;
        }
        await(Trouble::Wrong);
    }

    void settle(Possession possession)
    {
        SessionFacts::HeldNumber* number = nextForPassword(machine.facts, machine.parts.policy);
        number->possession = possession;
        if (possession == Possession::Verified) {
            number->challengeId = tries().challengeId;
        }
        askForNext();
    }
};

} // namespace

std::unique_ptr<SessionState> makePossessionState(SessionMachine& machine)
{
    return std::make_unique<PossessionState>(machine);
}

} // namespace chinhchu::app
