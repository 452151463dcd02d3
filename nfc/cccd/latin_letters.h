#pragma once

#include "resources/base/wiping_memory.h"

#include <string_view>

namespace chinhchu::nfc::cccd {

/// A Vietnamese name in the letters of the machine-readable zone: capitals, no diacritics, nothing but A to Z. "Nguyễn
/// Văn An" and "NGUYEN VAN AN" both give "NGUYENVANAN". Takes composed and decomposed UTF-8.
SecretText latinLetters(std::string_view utf8);

/// Whether the name in DG1 is that of DG13. A zone holds 30 characters at most, so a long name may be cut off there.
bool namesAgree(std::string_view zoneName, std::string_view fullName);

} // namespace chinhchu::nfc::cccd
