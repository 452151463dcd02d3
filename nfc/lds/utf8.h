#pragma once

#include <string_view>

namespace chinhchu::nfc {

/// Whether @p text is well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates) without control characters.
bool isValidUtf8(std::string_view text);

} // namespace chinhchu::nfc
