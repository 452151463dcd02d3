#include "tests/simulators/chip/wire/bytes.h"

namespace chinhchu::chip {

Bytes join(std::initializer_list<ByteView> parts)
{
    Bytes all;
    for (ByteView part : parts)
        append(all, part);
    return all;
}

namespace {

int digitValue(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F')
        return digit - 'A' + 10;
    throw LabError("not a hexadecimal digit: '" + std::string(1, digit) + "'");
}

} // namespace

Bytes fromHex(std::string_view text)
{
    Bytes bytes;
    int high = -1;
    for (char digit : text) {
        if (digit == ' ')
            continue;
        if (high < 0) {
            high = digitValue(digit);
            continue;
        }
        bytes.push_back(static_cast<std::uint8_t>(high << 4 | digitValue(digit)));
        high = -1;
    }
    if (high >= 0)
        throw LabError("an odd number of hexadecimal digits");
    return bytes;
}

std::string toHex(ByteView bytes)
{
    std::string text;
    for (std::uint8_t byte : bytes) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

Bytes bigEndian(std::uint64_t value, std::size_t size)
{
    Bytes bytes(size);
    for (std::size_t i = size; i-- > 0; value >>= 8)
        bytes[i] = static_cast<std::uint8_t>(value);
    return bytes;
}

} // namespace chinhchu::chip
