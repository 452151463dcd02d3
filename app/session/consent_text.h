#pragma once

#include <QString>

namespace chinhchu::app {

/// What a citizen agrees to, in the language of the application: kinds of data, purpose, controller, rights
/// (Law 91/2025 on the protection of personal data). Recorded in the evidence as it was shown.
QString consentText();

} // namespace chinhchu::app
