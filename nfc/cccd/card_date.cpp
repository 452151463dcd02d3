#include "nfc/cccd/card_date.h"

#include <array>
#include <cstdio>

namespace chinhchu::nfc::cccd {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

template <class... Values>
SecretText formatted(const char* format, Values... values)
{
    std::array<char, 16> text{};
    const int size = std::snprintf(text.data(), text.size(), format, values...);
    SecretText result(std::string_view(text.data(), static_cast<std::size_t>(size)));
    ::explicit_bzero(text.data(), text.size());
    return result;
}

} // namespace

std::optional<std::chrono::year_month_day> parseCardDate(std::string_view text)
{
    const bool separated = text.size() == 10 && (text[2] == '/' || text[2] == '-') && text[5] == text[2];
    if (!separated && text.size() != 8)
        return std::nullopt;
    std::array<unsigned, 3> parts{}; // day, month, year
    const std::array<std::size_t, 3> widths = {2, 2, 4};
    std::size_t at = 0;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        for (std::size_t i = 0; i < widths[part]; ++i, ++at) {
            if (!isDigit(text[at]))
                return std::nullopt;
            parts[part] = parts[part] * 10 + static_cast<unsigned>(text[at] - '0');
        }
        at += separated ? 1 : 0;
    }
    using namespace std::chrono;
    const year_month_day date{year(static_cast<int>(parts[2])), month(parts[1]), day(parts[0])};
    return date.ok() ? std::optional(date) : std::nullopt;
}

SecretText isoDate(std::chrono::year_month_day day)
{
    return formatted("%04d-%02u-%02u", static_cast<int>(day.year()) % 10000, static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

SecretText mrzDate(std::chrono::year_month_day day)
{
    return formatted("%02d%02u%02u", static_cast<int>(day.year()) % 100, static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

} // namespace chinhchu::nfc::cccd
