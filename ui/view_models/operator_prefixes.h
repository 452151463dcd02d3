#pragma once

#include <QString>

namespace chinhchu::ui {

/// The operator that a mobile prefix was given to ("0912..." is "VinaPhone"); empty when no operator has it. A hint for
/// the eye only: numbers move between operators (mobile number portability), so nothing is refused because of it.
QString operatorOf(const QString& nationalDigits);

/// No mobile number begins like this.
bool cannotBeMobile(const QString& nationalDigits);

} // namespace chinhchu::ui
