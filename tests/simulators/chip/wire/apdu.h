#pragma once

#include "tests/simulators/chip/wire/bytes.h"

#include <optional>

namespace chinhchu::chip {

/// A command APDU taken apart (ISO/IEC 7816-4, 5.2).
struct Command
{
    std::uint8_t cla = 0, ins = 0, p1 = 0, p2 = 0;
    Bytes data;
    /// Ne: how many bytes are expected at most; none when the command has no Le field.
    std::optional<std::size_t> le;
    bool extended = false;

    [[nodiscard]] std::uint16_t p1p2() const { return static_cast<std::uint16_t>(p1 << 8 | p2); }
    [[nodiscard]] bool secured() const { return (cla & 0x0C) == 0x0C; }
};

struct Response
{
    Bytes data;
    std::uint16_t status = 0x9000;

    Response() = default;
    Response(std::uint16_t sw)
        : status(sw)
    {
    }
    Response(Bytes content, std::uint16_t sw = 0x9000)
        : data(std::move(content))
        , status(sw)
    {
    }
    [[nodiscard]] Bytes encoded() const { return join({data, bigEndian(status, 2)}); }
};

/// Nothing when the lengths inside contradict the length of the whole.
std::optional<Command> parseCommand(ByteView apdu);

} // namespace chinhchu::chip
