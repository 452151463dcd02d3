#pragma once

#include "app/session/session.h"

namespace chinhchu::app {

/// Whether this number still has to be proven by a one-time password: policy asks, the citizen came for it and says
/// that it is theirs. Numbers that the carrier named under the identity need none.
bool needsPassword(const SessionFacts::HeldNumber& number, const SessionPolicy& policy);

/// The first number that still has to be proven; null when there is none.
SessionFacts::HeldNumber* nextForPassword(SessionFacts& facts, const SessionPolicy& policy);

/// Without a carrier no password can be sent: those that are still to be proven are left to the carrier.
void deferPasswords(SessionFacts& facts, const SessionPolicy& policy);

} // namespace chinhchu::app
