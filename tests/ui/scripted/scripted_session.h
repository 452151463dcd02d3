#pragma once

#include "app/session/session.h"

#include <functional>

namespace chinhchu::scripted {

/// Stands in for the session where only the pages are in question: it goes wherever a test wants it to be, at once, and
/// follows the inputs along the happy path. Invented people only. The real session has tests of its own.

/// Shows a state with facts that fit it.
void show(app::Session& session, app::Session::State state);

/// Shows the problem page for a code. There is a second try where the real session has a way back from that failure
/// (app/session/retry_rules.h).
void fail(app::Session& session, FailureCode code);

/// The last consent text that was given in the last session.
QString consentGiven();

/// The last signature that was drawn; none when it was confirmed by name.
const std::optional<app::Evidence::Signature>& signatureGiven();

/// Takes the result of the comparison away again: the state in which the Match page opens.
void forgetMatch(app::Session& session);

/// How often a new one-time password was asked for in the last session.
int passwordsAskedFor();

/// At Possession: where the password is, and what is wrong with it.
void trouble(app::Session& session, app::SessionFacts::Password::Stage stage,
             app::SessionFacts::Password::Trouble trouble);

/// Makes other facts of those of the state; the page hears of it.
void alter(app::Session& session, const std::function<void(app::SessionFacts&)>& change);

/// Longest texts that may be expected: five numbers, a long name, a long address.
void fillGenerously(bool generous);

} // namespace chinhchu::scripted
