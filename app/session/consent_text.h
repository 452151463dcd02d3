#pragma once

#include "app/session/session_policy.h"

#include <QString>

namespace chinhchu::app {

/// What the citizen agrees to where no page shows it: the carrier's text for @p language, else the built-in one in the
/// language of the program.
QString consentText(const SessionPolicy& policy, const QString& language);

/// What a child's parent agrees to; always the same, in the language of the program. The page shows these words.
QString guardianConsentText();

} // namespace chinhchu::app
