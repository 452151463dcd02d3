#pragma once

#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace chinhchu::nfc::cccd {

/// What the QR code printed on the card says. Nobody signed it: it opens the chip, it proves nothing.
struct QrCode
{
    SecretText number;    ///< 12 digits
    SecretText oldNumber; ///< 9-digit CMND, or empty
    SecretText fullName;
    SecretText birthDate; ///< ISO 8601
    SecretText sex;       ///< "Nam" or "Nữ"
    SecretText residence;
    SecretText issueDate; ///< ISO 8601; empty where it cannot be read
    /// Fields 8 to 11 of the 2024 card, as they came; their meaning is not certain.
    std::vector<SecretText> more;
};

/// @p text the content of the code: 7 fields (2021) or up to 11 (2024) with '|' between them. ACCESS_KEY_INVALID where
/// the number is not one.
Result<QrCode> parseQrCode(std::string_view text);

/// The days on which a card can expire that was issued on @p issued to a person born on @p born, the likelier first, at
/// most two: the change ages are 14, 25, 40 and 60; a card issued within two years before one of them runs to the next;
/// past 60 there is no expiry (empty optional).
std::vector<std::optional<std::chrono::year_month_day>> expiryCandidates(std::chrono::year_month_day born,
                                                                         std::chrono::year_month_day issued);

} // namespace chinhchu::nfc::cccd
