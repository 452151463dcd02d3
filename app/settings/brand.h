#pragma once

#include "resources/base/failure.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>

namespace chinhchu::app {

/// A colour of the screen, in sRGB.
struct Colour
{
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    /// "#rrggbb"; nothing for anything else.
    static std::optional<Colour> fromText(const QString& text);
    [[nodiscard]] QString text() const;
};

/// From 1 to 21, as WCAG 2.2 defines it ("contrast ratio", "relative luminance").
double contrastRatio(const Colour& one, const Colour& other);

/// How a kiosk shows whose it is, from the carrier's signed policy. Everything may be absent.
struct Brand
{
    QString name;       ///< at most 24 characters: it stands beside the mark
    QByteArray logoPng; ///< an opaque PNG, at most 64 KiB; it stands on white
    std::optional<Colour> primary; ///< buttons and marks
    std::optional<Colour> accent;  ///< the band of a page and its progress

    static constexpr qsizetype longestName = 24;
    static constexpr qsizetype largestLogo = 64 * 1024;

    /// Text on a colour, white, and the colour as text on a page have to reach 4.5:1 (WCAG 2.2, 1.4.3). POLICY_INVALID
    /// names the colour that does not: then neither is used, because the two belong together.
    [[nodiscard]] Result<void> checkColours() const;
};

} // namespace chinhchu::app
