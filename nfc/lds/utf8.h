#pragma once

#include <string_view>

namespace chinhchu::nfc {

/// Whether @p text is well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates) without control characters: those of ISO/IEC
/// 6429 (C0, DEL, C1), those that turn the direction of the text around them (U+202A to 202E, U+2066 to 2069; a name could be
/// shown as another one) and those that break a line (U+2028, U+2029).
bool isValidUtf8(std::string_view text);

} // namespace chinhchu::nfc
