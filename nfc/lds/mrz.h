#pragma once

#include "nfc/lds/data_groups.h"

#include <string_view>

namespace chinhchu::nfc {

/// The check digit of ICAO 9303-3, 4.9 over @p text ('<' counts 0), as a character; nothing if a character is not one
/// of A-Z, 0-9 and '<'.
std::optional<char> mrzCheckDigit(std::string_view text);

/// A machine-readable zone of 90 (TD1), 72 (TD2) or 88 (TD3) characters without line breaks (ICAO 9303-4 to 9303-6).
/// Every check digit is verified; the failure names the field, never its content.
Result<MachineReadableZone> parseMrz(std::string_view lines);

} // namespace chinhchu::nfc
