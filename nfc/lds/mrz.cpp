#include "nfc/lds/mrz.h"

#include <algorithm>

namespace chinhchu::nfc {
namespace {

using Text = std::string_view;

tl::unexpected<Failure> malformed(std::string detail)
{
    return fail(FailureCode::DataGroupMalformed, "MRZ: " + std::move(detail));
}

std::optional<int> characterValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 10;
    if (c == '<')
        return 0;
    return std::nullopt;
}

Text trimmed(Text field)
{
    while (!field.empty() && field.back() == '<')
        field.remove_suffix(1);
    return field;
}

SecretText joined(std::initializer_list<Text> parts)
{
    Bytes all;
    for (Text part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return Text(reinterpret_cast<const char*>(all.data()), all.size());
}

bool checks(Text field, char digit)
{
    return mrzCheckDigit(field) == digit;
}

/// "NGUYEN<<VAN<AN<<<" to "NGUYEN VAN AN".
SecretText readableName(Text field)
{
    Bytes name;
    for (char c : trimmed(field)) {
        if (c != '<')
            name.push_back(static_cast<std::uint8_t>(c));
        else if (!name.empty() && name.back() != ' ')
            name.push_back(' ');
    }
    return Text(reinterpret_cast<const char*>(name.data()), name.size());
}

/// Where the fields of one size of document are.
struct Layout
{
    Text number;
    char numberDigit;
    Text optional; ///< the field that a long document number runs on into
    Text birth;
    char birthDigit;
    Text sex;
    Text expiry;
    char expiryDigit;
    Text nationality;
    Text name;
};

Layout td1(Text m)
{
    return {m.substr(5, 9),  m[14], m.substr(15, 15), m.substr(30, 6), m[36], m.substr(37, 1),
            m.substr(38, 6), m[44], m.substr(45, 3),  m.substr(60, 30)};
}

/// TD2 and TD3 share the shape of their lower line; @p width is that of a line, @p optionalSize that of its last field.
Layout twoLines(Text m, std::size_t width, std::size_t optionalSize)
{
    const Text low = m.substr(width);
    return {low.substr(0, 9),      low[9],  low.substr(28, optionalSize),
            low.substr(13, 6),     low[19], low.substr(20, 1),
            low.substr(21, 6),     low[27], low.substr(10, 3),
            m.substr(5, width - 5)};
}

/// The document number with its check digit. One longer than nine characters has '<' in the digit's place and goes on
/// in the optional data, its digit last (ICAO 9303-5, 4.2.2 note j).
Result<SecretText> documentNumber(const Layout& fields, Text& optional)
{
    if (fields.numberDigit != '<' || trimmed(fields.optional).empty()) {
        const bool empty = trimmed(fields.number).empty() && fields.numberDigit == '<';
        if (!empty && !checks(fields.number, fields.numberDigit))
            return malformed("check digit of the document number");
        return SecretText(trimmed(fields.number));
    }
    const std::size_t end = std::min(fields.optional.find('<'), fields.optional.size());
    if (end < 2)
        return malformed("a long document number ends too early");
    const SecretText number = joined({fields.number, fields.optional.substr(0, end - 1)});
    if (!checks(number.view(), fields.optional[end - 1]))
        return malformed("check digit of the long document number");
    optional = end < fields.optional.size() ? fields.optional.substr(end + 1) : Text{};
    return number;
}

/// The citizen card prints its 12 digits here, then "<<" and a check digit over all of them.
Result<SecretText> citizenNumber(Text optional)
{
    if (!checks(optional.substr(0, 14), optional[14]))
        return malformed("check digit of the 12-digit number");
    return SecretText(trimmed(optional.substr(0, 14)));
}

Result<SecretText> composite(Text m)
{
    switch (m.size()) {
    case 90:
        return joined({m.substr(5, 25), m.substr(30, 7), m.substr(38, 7), m.substr(48, 11)});
    case 72:
        return joined({m.substr(36, 10), m.substr(49, 7), m.substr(57, 14)});
    default:
        return joined({m.substr(44, 10), m.substr(57, 7), m.substr(65, 22)});
    }
}

Result<void> checkDates(const Layout& fields)
{
    if (!checks(fields.birth, fields.birthDigit))
        return malformed("check digit of the birth date");
    if (!checks(fields.expiry, fields.expiryDigit))
        return malformed("check digit of the expiry date");
    return {};
}

Result<void> checkComposite(Text m)
{
    const char digit = m.size() == 90 ? m[59] : m.back();
    if (!checks(composite(m)->view(), digit))
        return malformed("composite check digit");
    if (m.size() != 88)
        return {};
    // ICAO 9303-4, 4.2.2: the digit of an empty personal number may be a filler.
    const Text personal = m.substr(72, 14);
    if (!checks(personal, m[86]) && !(trimmed(personal).empty() && m[86] == '<'))
        return malformed("check digit of the personal number");
    return {};
}

} // namespace

std::optional<char> mrzCheckDigit(Text text)
{
    constexpr int weights[] = {7, 3, 1};
    int sum = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto value = characterValue(text[i]);
        if (!value)
            return std::nullopt;
        sum += *value * weights[i % 3];
    }
    return static_cast<char>('0' + sum % 10);
}

Result<MachineReadableZone> parseMrz(Text m)
{
    if (m.size() != 90 && m.size() != 88 && m.size() != 72)
        return malformed(std::to_string(m.size()) + " characters instead of 90, 88 or 72");
    if (!mrzCheckDigit(m))
        return malformed("a character outside A-Z, 0-9 and '<'");

    const Layout fields = m.size() == 90 ? td1(m) : m.size() == 88 ? twoLines(m, 44, 14) : twoLines(m, 36, 7);
    Text optional = fields.optional;
    auto number = documentNumber(fields, optional);
    if (!number)
        return tl::unexpected(number.error());
    if (const auto dates = checkDates(fields); !dates)
        return tl::unexpected(dates.error());
    if (const auto whole = checkComposite(m); !whole)
        return tl::unexpected(whole.error());

    MachineReadableZone mrz;
    mrz.documentType = trimmed(m.substr(0, 2));
    mrz.issuingState = trimmed(m.substr(2, 3));
    mrz.documentNumber = std::move(*number);
    mrz.optionalData = trimmed(optional);
    mrz.birthDate = fields.birth;
    mrz.sex = trimmed(fields.sex);
    mrz.expiryDate = fields.expiry;
    mrz.nationality = trimmed(fields.nationality);
    mrz.name = readableName(fields.name);
    if (m.size() == 90 && m.substr(0, 1) == "I" && m.substr(2, 3) == "VNM" && fields.optional.size() == 15) {
        auto citizen = citizenNumber(fields.optional);
        if (!citizen)
            return tl::unexpected(citizen.error());
        mrz.optionalData = std::move(*citizen);
    }
    return mrz;
}

} // namespace chinhchu::nfc
