#pragma once

#include "resources/base/wiping_memory.h"

#include <cstdint>
#include <optional>

namespace chinhchu::nfc {

/// One command APDU before it is protected and encoded (ISO/IEC 7816-4, 5.2).
struct Command
{
    std::uint8_t cla = 0x00;
    std::uint8_t ins = 0x00;
    std::uint8_t p1 = 0x00;
    std::uint8_t p2 = 0x00;
    Bytes data = {};
    /// The number of answer bytes expected (Ne), 1..65536; nothing: no answer data. Some cards refuse SELECT with an
    /// Le.
    std::optional<std::size_t> le = {};
};

/// The bytes on the wire: short where data (at most 255) and Ne (at most 256) allow, else extended. @p forceExtended
/// writes a short command in the extended form, which is how reader and card are asked whether they know it.
Bytes encodeCommand(const Command& command, bool forceExtended = false);

} // namespace chinhchu::nfc
