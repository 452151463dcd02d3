#include "app/session/optional_states.h"

#include "app/session/password_rules.h"

#include <algorithm>

namespace chinhchu::app {

bool isAskedFor(Session::State state, const SessionFacts& facts, const SessionPolicy& policy)
{
    switch (state) {
    case Session::State::Possession:
        return std::ranges::any_of(facts.numbers, [&](const auto& each) { return needsPassword(each, policy); });
    default:
        return true;
    }
}

} // namespace chinhchu::app
