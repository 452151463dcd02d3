#include "nfc/lds/detail_fields.h"

#include "nfc/lds/utf8.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace chinhchu::nfc {

namespace {

constexpr std::size_t longestField = 4096;

tl::unexpected<Failure> malformed(std::uint32_t tag, const char* what)
{
    char text[64];
    std::snprintf(text, sizeof text, "field %04X: %s", static_cast<unsigned>(tag), what);
    return fail(FailureCode::DataGroupMalformed, text);
}

std::string_view textOf(ByteView bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Eight digits out of either form; empty if it is neither.
Bytes digitsOf(ByteView value)
{
    Bytes digits(value.begin(), value.end());
    if (value.size() == 4) {
        digits.clear();
        for (const auto byte : value) {
            digits.push_back(static_cast<std::uint8_t>('0' + (byte >> 4)));
            digits.push_back(static_cast<std::uint8_t>('0' + (byte & 0xF)));
        }
    }
    const bool right = digits.size() == 8 && std::ranges::all_of(digits, [](auto c) { return c >= '0' && c <= '9'; });
    return right ? digits : Bytes();
}

} // namespace

Result<SecretText> DetailFields::text(std::uint32_t tag, const char* separator) const
{
    const auto field = findTlv(m_content, tag);
    if (!field)
        return SecretText();
    if (field->value.size() > longestField || !isValidUtf8(textOf(field->value)))
        return malformed(tag, "no text");
    Bytes readable;
    bool between = false;
    for (const auto c : field->value) {
        if (c == '<') {
            between = !readable.empty();
            continue;
        }
        if (between)
            readable.insert(readable.end(), separator, separator + std::char_traits<char>::length(separator));
        between = false;
        readable.push_back(c);
    }
    return SecretText(textOf(readable));
}

Result<SecretText> DetailFields::date(std::uint32_t tag) const
{
    const auto field = findTlv(m_content, tag);
    if (!field || field->value.empty())
        return SecretText();
    const Bytes digits = digitsOf(field->value);
    if (digits.empty())
        return malformed(tag, "no date");
    const auto part = [&](std::size_t at, std::size_t size) { return textOf(ByteView(digits).subspan(at, size)); };
    const auto number = [&](std::size_t at) {
        return static_cast<unsigned>((digits[at] - '0') * 10 + digits[at + 1] - '0');
    };
    using namespace std::chrono;
    const year_month_day day(year(static_cast<int>(number(0) * 100 + number(2))), month(number(4)),
                             std::chrono::day(number(6)));
    if (!day.ok())
        return SecretText();
    Bytes iso;
    for (const std::string_view piece :
         {part(0, 4), std::string_view("-"), part(4, 2), std::string_view("-"), part(6, 2)})
        iso.insert(iso.end(), piece.begin(), piece.end());
    return SecretText(textOf(iso));
}

} // namespace chinhchu::nfc
