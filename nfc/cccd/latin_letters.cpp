#include "nfc/cccd/latin_letters.h"

#include <cstdint>
#include <iterator>

namespace chinhchu::nfc::cccd {

namespace {

struct Range
{
    std::uint32_t first;
    std::uint32_t last;
    char letter;
};

/// The letters of Vietnamese in Unicode; combining marks have none and are dropped.
constexpr Range ranges[] = {
    {0x00C0, 0x00C5, 'A'}, {0x00C8, 0x00CB, 'E'}, {0x00CC, 0x00CF, 'I'}, {0x00D2, 0x00D6, 'O'}, {0x00D9, 0x00DC, 'U'},
    {0x00DD, 0x00DD, 'Y'}, {0x00E0, 0x00E5, 'A'}, {0x00E8, 0x00EB, 'E'}, {0x00EC, 0x00EF, 'I'}, {0x00F2, 0x00F6, 'O'},
    {0x00F9, 0x00FC, 'U'}, {0x00FD, 0x00FD, 'Y'}, {0x0102, 0x0103, 'A'}, {0x0110, 0x0111, 'D'}, {0x00D0, 0x00D0, 'D'},
    {0x0128, 0x0129, 'I'}, {0x0168, 0x0169, 'U'}, {0x01A0, 0x01A1, 'O'}, {0x01AF, 0x01B0, 'U'}, {0x1EA0, 0x1EB7, 'A'},
    {0x1EB8, 0x1EC7, 'E'}, {0x1EC8, 0x1ECB, 'I'}, {0x1ECC, 0x1EE3, 'O'}, {0x1EE4, 0x1EF1, 'U'}, {0x1EF2, 0x1EF9, 'Y'},
};

char letterOf(std::uint32_t codePoint)
{
    if (codePoint >= 'A' && codePoint <= 'Z')
        return static_cast<char>(codePoint);
    if (codePoint >= 'a' && codePoint <= 'z')
        return static_cast<char>(codePoint - 'a' + 'A');
    for (const auto& range : ranges) {
        if (codePoint >= range.first && codePoint <= range.last)
            return range.letter;
    }
    return '\0';
}

/// Takes one code point off the front. The text was checked to be well-formed; broken ends are skipped all the same.
std::uint32_t nextCodePoint(std::string_view& text)
{
    const auto lead = static_cast<std::uint8_t>(text.front());
    text.remove_prefix(1);
    int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    std::uint32_t value = more == 0 ? lead : lead & (0x3F >> more);
    for (; more > 0 && !text.empty(); --more) {
        value = value << 6 | (static_cast<std::uint8_t>(text.front()) & 0x3F);
        text.remove_prefix(1);
    }
    return value;
}

} // namespace

SecretText latinLetters(std::string_view utf8)
{
    std::vector<char, WipingAllocator<char>> letters;
    while (!utf8.empty()) {
        if (const char letter = letterOf(nextCodePoint(utf8)); letter != '\0')
            letters.push_back(letter);
    }
    return SecretText(std::string_view(letters.data(), letters.size()));
}

bool namesAgree(std::string_view zoneName, std::string_view fullName)
{
    constexpr std::size_t nearlyFull = 28; // of 30, with fillers between the names
    const SecretText inZone = latinLetters(zoneName);
    const SecretText full = latinLetters(fullName);
    if (inZone == full)
        return true;
    return zoneName.size() >= nearlyFull && full.view().starts_with(inZone.view());
}

} // namespace chinhchu::nfc::cccd
