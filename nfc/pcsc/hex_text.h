#pragma once

#include "resources/base/wiping_memory.h"

#include <optional>
#include <string>
#include <string_view>

namespace chinhchu::nfc {

/// Capitals, no blanks.
std::string hexText(ByteView bytes);

/// Nothing if @p text is not pairs of hexadecimal digits.
std::optional<Bytes> bytesFromHex(std::string_view text);

} // namespace chinhchu::nfc
