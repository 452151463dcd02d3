#pragma once

#include "nfc/access/access_key.h"
#include "resources/base/failure.h"

#include <string_view>

namespace chinhchu::nfc::cccd {

/// From 6 digits, or all 12 of which the last 6 count.
Result<AccessKeys> keysFromCan(std::string_view digits);

/// From the number, the birth date and the expiry date (both YYMMDD). Gives the CAN and the BAC key.
Result<AccessKeys> keysFromNumber(std::string_view number12, std::string_view birthYymmdd,
                                  std::string_view expiryYymmdd);

/// From three lines of TD1, with or without line breaks; check digits are verified.
Result<AccessKeys> keysFromMrz(std::string_view td1);

/// From the text of the QR code (7 or 11 fields): the CAN, then BAC with the one or two derived expiry dates.
Result<AccessKeys> keysFromQr(std::string_view qrText);

} // namespace chinhchu::nfc::cccd
