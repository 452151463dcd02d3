#pragma once

#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <optional>

namespace chinhchu::nfc {

/// EF.ATR/INFO (ICAO 9303-10, 3.11.2; ISO/IEC 7816-4, 12.7): what the card says of its own limits. Nobody signed it: it
/// only saves probing.
struct EfAtrInfo
{
    std::size_t largestCommand = 0; ///< bytes of a whole command APDU
    std::size_t largestAnswer = 0;  ///< bytes of a whole response APDU
};

/// Nothing where @p raw does not hold DO 7F66 with both lengths. What else stands in the file is skipped.
std::optional<EfAtrInfo> parseEfAtrInfo(ByteView raw);

} // namespace chinhchu::nfc
