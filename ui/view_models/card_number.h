#pragma once

#include <QString>

namespace chinhchu::ui {

/// What a 12-digit personal number says: three digits for the place of registration, one for century and sex, two for
/// the year of birth, six at random. For the eye only: the law promises no more than twelve digits, so nothing is
/// refused.
struct CardNumberParts
{
    QString place;         ///< "Hà Nội"; empty while unknown
    int birthYear = 0;     ///< 0 while unknown
    bool doubtful = false; ///< no such place, or born in the future: most likely a slip of the finger
};

/// @p digits may still be typed.
CardNumberParts cardNumberParts(const QString& digits);

} // namespace chinhchu::ui
