#pragma once

#include "resources/base/wiping_memory.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace chinhchu::nfc::cccd {

/// A day as Vietnamese cards write it: "15/01/1999", "15-01-1999" or "15011999". Nothing if it is not a calendar day.
std::optional<std::chrono::year_month_day> parseCardDate(std::string_view text);

/// "1999-01-15".
SecretText isoDate(std::chrono::year_month_day day);

/// "990115", as in the machine-readable zone.
SecretText mrzDate(std::chrono::year_month_day day);

} // namespace chinhchu::nfc::cccd
