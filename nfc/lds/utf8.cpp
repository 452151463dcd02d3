#include "nfc/lds/utf8.h"

#include <cstdint>

namespace chinhchu::nfc {
namespace {

/// Number of continuation bytes that @p lead announces and the smallest code point they may make; -1 for no lead byte.
int continuationBytes(unsigned char lead, std::uint32_t& minimum)
{
    minimum = lead < 0x80 ? 0 : lead < 0xE0 ? 0x80 : lead < 0xF0 ? 0x800 : 0x10000;
    if (lead < 0x80)
        return 0;
    if (lead < 0xC2 || lead > 0xF4)
        return -1;
    return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
}

/// Nothing that a name or an address holds, and all of it changes how the text around it looks.
bool isControl(std::uint32_t codePoint)
{
    const auto within = [codePoint](std::uint32_t first, std::uint32_t last) {
        return codePoint >= first && codePoint <= last;
    };
    return codePoint < 0x20 || within(0x7F, 0x9F) || within(0x2028, 0x202E) || within(0x2066, 0x2069);
}

} // namespace

bool isValidUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i++]);
        std::uint32_t minimum = 0;
        const int count = continuationBytes(lead, minimum);
        if (count < 0 || text.size() - i < static_cast<std::size_t>(count))
            return false;
        std::uint32_t codePoint = count == 0 ? lead : lead & (0x3Fu >> count);
        for (int k = 0; k < count; ++k) {
            const auto byte = static_cast<unsigned char>(text[i++]);
            if ((byte & 0xC0) != 0x80)
                return false;
            codePoint = codePoint << 6 | (byte & 0x3F);
        }
        const bool surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
        if (codePoint < minimum || surrogate || codePoint > 0x10FFFF || isControl(codePoint))
            return false;
    }
    return true;
}

} // namespace chinhchu::nfc
