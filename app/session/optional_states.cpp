#include "app/session/optional_states.h"

#include "app/session/age.h"
#include "app/session/password_rules.h"

#include <algorithm>

namespace chinhchu::app {

namespace {

bool isOfAge(const SessionFacts& facts, int years)
{
    const auto age = facts.chip ? ageOn(facts.chip->identity.birthDate.view(), todayInVietnam()) : std::nullopt;
    return age && *age >= years;
}

} // namespace

bool isAskedFor(Session::State state, const SessionFacts& facts, const SessionPolicy& policy)
{
    switch (state) {
    case Session::State::DocumentPictures:
        return policy.documentPictures;
    case Session::State::Possession:
        return std::ranges::any_of(facts.numbers, [&](const auto& each) { return needsPassword(each, policy); });
    case Session::State::SignatureOffer:
        return policy.signatureFrom && isOfAge(facts, *policy.signatureFrom);
    case Session::State::Signing:
        return policy.citizenSignature;
    default:
        return true;
    }
}

} // namespace chinhchu::app
