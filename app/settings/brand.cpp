#include "app/settings/brand.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace chinhchu::app {

namespace {

constexpr double leastContrast = 4.5;
constexpr Colour white{0xff, 0xff, 0xff};
/// What pages stand on by default (Theme.ground): the darkest ground that a carrier's colour meets as text.
constexpr Colour page{0xf6, 0xf5, 0xf1};

double linear(std::uint8_t channel)
{
    constexpr double full = 255;
    const double value = channel / full;
    // The bound of WCAG 2.2, which corrected 0.03928; no 8-bit value lies between the two.
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const Colour& colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

} // namespace

std::optional<Colour> Colour::fromText(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\A#[0-9a-fA-F]{6}\\z"));
    if (!form.match(text).hasMatch())
        return std::nullopt;
    const uint value = text.mid(1).toUInt(nullptr, 16);
    return Colour{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 0xff),
                  static_cast<std::uint8_t>(value & 0xff)};
}

QString Colour::text() const
{
    const uint value = uint(red) << 16 | uint(green) << 8 | blue;
    return u'#' + QString::number(value, 16).rightJustified(6, u'0');
}

double contrastRatio(const Colour& one, const Colour& other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

Result<void> Brand::checkColours() const
{
    for (const auto& [member, colour] : {std::pair("brand/primary", primary), std::pair("brand/accent", accent)}) {
        if (!colour)
            continue;
        const double ratio = std::min(contrastRatio(*colour, white), contrastRatio(*colour, page));
        if (ratio < leastContrast)
            return fail(FailureCode::PolicyInvalid,
                        std::string(member) + ": contrast " +
                            QString::number(std::floor(ratio * 10) / 10, 'f', 1).toStdString() + ":1, 4.5:1 is needed");
    }
    return {};
}

} // namespace chinhchu::app
