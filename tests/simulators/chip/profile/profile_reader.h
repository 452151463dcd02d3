#pragma once

#include "tests/simulators/chip/profile/profile.h"

namespace chinhchu::chip {

/// Reads a profile (TOML). Throws a LabError that starts with "file:line: " on the first thing that is wrong: a key
/// that nobody knows (with the key that was probably meant), a value of the wrong kind, a number that is no number.
Profile readProfile(const std::string& file);
/// The same from memory; @p name stands for the file in messages.
Profile parseProfile(const std::string& text, const std::string& name);

/// Throws a LabError without a place. "ECDH-GM-AES-CBC-CMAC-128 brainpoolP256r1"
PaceOffer parsePaceOffer(const std::string& text);
ChipKeyOffer parseChipKeyOffer(const std::string& text);

} // namespace chinhchu::chip
