#pragma once

#include "tests/simulators/chip/profile/profile.h"
#include "tests/simulators/chip/wire/crypto.h"

namespace chinhchu::chip {

/// The chip's answer to a challenge of 8 bytes (ICAO 9303-11, 6.1).
Bytes signChallenge(const Key& key, const Profile::ActiveAuthentication& how, ByteView challenge,
                    const Randomness& random);

/// The message representative of ISO/IEC 9796-2, digital signature scheme 1, with partial recovery: 6A, random bytes,
/// hash, trailer.
Bytes recoverableMessage(std::size_t modulusBytes, const std::string& digestName, ByteView challenge,
                         const Randomness& random);

} // namespace chinhchu::chip
