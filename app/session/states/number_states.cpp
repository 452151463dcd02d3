// ChooseNumbers, Review: every number held under the identity is confirmed or disowned, then looked at once more.

#include "app/session/number_answers.h"
#include "app/session/number_limit.h"
#include "app/session/password_rules.h"
#include "app/session/session_machine.h"

#include <algorithm>

namespace chinhchu::app {

namespace {

class ChooseNumbersState : public SessionState
{
public:
    using SessionState::SessionState;

    void enter() override
    {
        machine.facts.problem.reset();
        // Coming back, from the review or from too many numbers, keeps the answers.
        if (machine.facts.numbersComplete) {
            return;
        }
        for (const QString& msisdn : machine.facts.msisdns) {
            SessionFacts::HeldNumber number;
            number.subscription.msisdn = msisdn;
            number.entered = true;
            // Entering it under the consent text was the answer.
            number.answer = Answer::Mine;
            machine.facts.numbers.push_back(number);
        }
        if (!machine.parts.carrier) {
            complete(true);
            return;
        }
        const nfc::IdentityData& identity = machine.facts.chip->identity;
        machine.parts.carrier->retrieveSubscriptions(
            identity.number, identity.oldNumber,
            [post = machine.statePost(), this](Result<std::vector<Subscription>> answer) {
                if (post.stillWanted()) {
                    merge(std::move(answer));
                }
            });
    }

    void answerNumber(const QString& msisdn, bool mine) override
    {
        if (SessionFacts::HeldNumber* number = find(msisdn)) {
            number->answer = mine ? Answer::Mine : Answer::NotMine;
            emit machine.session.factsChanged();
        }
    }

    void leaveNumber(const QString& msisdn) override
    {
        if (SessionFacts::HeldNumber* number = find(msisdn)) {
            number->answer = Answer::Left;
            emit machine.session.factsChanged();
        }
    }

    void confirmNumbers() override
    {
        SessionFacts& facts = machine.facts;
        if (!facts.numbersComplete || !answersAreComplete(facts.numbers)) {
            return;
        }
        if (facts.numbersClaimedOnly) {
            // Whom the carrier did not hear it sends no message either.
            deferPasswords(facts, machine.parts.policy);
        }
        // Without the carrier nobody here knows which are new: it counts when it has the binding.
        if (!facts.numbersClaimedOnly && exceedsNumberLimit(facts.numbers, machine.parts.enrolment.point,
                                                            machine.parts.policy.numbersAtAuthorisedPoints)) {
            machine.fail({FailureCode::NumberLimitReached,
                          "at most " + std::to_string(machine.parts.policy.numbersAtAuthorisedPoints)});
            return;
        }
        machine.handle(SessionEvent::NumbersConfirmed);
    }

private:
    using Answer = SessionFacts::HeldNumber::Answer;

    SessionFacts::HeldNumber* find(const QString& msisdn)
    {
        auto& numbers = machine.facts.numbers;
        const auto found =
            std::ranges::find_if(numbers, [&](const auto& each) { return each.subscription.msisdn == msisdn; });
        return found == numbers.end() ? nullptr : &*found;
    }

    void merge(Result<std::vector<Subscription>> answer)
    {
        if (!answer) {
            complete(true);
            return;
        }
        for (Subscription& each : *answer) {
            if (SessionFacts::HeldNumber* known = find(each.msisdn)) {
                known->subscription = std::move(each);
                known->known = true;
            } else {
                SessionFacts::HeldNumber number;
                number.subscription = std::move(each);
                number.known = true;
                machine.facts.numbers.push_back(std::move(number));
            }
        }
        complete(false);
    }

    void complete(bool claimedOnly)
    {
        machine.facts.numbersClaimedOnly = claimedOnly;
        machine.facts.numbersComplete = true;
        emit machine.session.factsChanged();
    }
};

class ReviewState : public SessionState
{
public:
    using SessionState::SessionState;

    void submit() override { machine.handle(SessionEvent::Submitted); }
};

} // namespace

std::unique_ptr<SessionState> makeChooseNumbersState(SessionMachine& machine)
{
    return std::make_unique<ChooseNumbersState>(machine);
}

std::unique_ptr<SessionState> makeReviewState(SessionMachine& machine)
{
    return std::make_unique<ReviewState>(machine);
}

} // namespace chinhchu::app
