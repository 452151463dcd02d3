#pragma once

#include "resources/base/wiping_memory.h"

#include <variant>
#include <vector>

namespace chinhchu::nfc {

/// Card access number: 6 digits. On the citizen card the last 6 of the 12-digit number. Opens PACE only.
struct CanKey
{
    SecretText can;
};

/// The three fields of the machine-readable zone, as printed there (dates YYMMDD). Opens BAC and PACE.
struct MrzKey
{
    SecretText documentNumber;
    SecretText birthDate;
    SecretText expiryDate;
};

using AccessKey = std::variant<CanKey, MrzKey>;

/// Candidates in the order to try. Never more than three wrong keys are tried on one card.
using AccessKeys = std::vector<AccessKey>;

} // namespace chinhchu::nfc
