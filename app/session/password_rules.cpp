#include "app/session/password_rules.h"

#include <algorithm>

namespace chinhchu::app {

bool needsPassword(const SessionFacts::HeldNumber& number, const SessionPolicy& policy)
{
    return policy.oneTimePassword && number.entered && number.answer == SessionFacts::HeldNumber::Answer::Mine &&
           number.possession == Possession::NotAsked;
}

SessionFacts::HeldNumber* nextForPassword(SessionFacts& facts, const SessionPolicy& policy)
{
    const auto found =
        std::ranges::find_if(facts.numbers, [&](const auto& each) { return needsPassword(each, policy); });
    return found == facts.numbers.end() ? nullptr : &*found;
}

void deferPasswords(SessionFacts& facts, const SessionPolicy& policy)
{
    for (SessionFacts::HeldNumber& each : facts.numbers) {
        if (needsPassword(each, policy)) {
            each.possession = Possession::Deferred;
        }
    }
}

} // namespace chinhchu::app
