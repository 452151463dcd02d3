#pragma once

#include <QImage>

namespace chinhchu::ui {

/// How much of a QR code may be lost: ISO/IEC 18004, 6.5.1.
enum class Correction
{
    Low,   ///< 7 %: a screen has no folds, and fewer modules are larger ones
    Medium ///< 15 %: paper
};

/// A QR code (ISO/IEC 18004) of @p text in UTF-8: one pixel a module, black on white, with its quiet zone. Null when the
/// text is too long for one.
QImage qrCode(const QString& text, Correction correction);

} // namespace chinhchu::ui
