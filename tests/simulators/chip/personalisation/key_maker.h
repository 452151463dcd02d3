#pragma once

#include "tests/simulators/chip/profile/profile.h"
#include "tests/simulators/chip/wire/crypto.h"

namespace chinhchu::chip {

/// "ecdsa CURVE", "rsa BITS" or "rsa-pss BITS" (an RSA key that signs with PSS).
Key makeKey(const std::string& description, bool explicitParameters = false);

/// SubjectPublicKeyInfo.
Bytes publicKeyInfo(const Key& key);

/// A static key for Chip Authentication.
struct ChipKey
{
    ChipKeyOffer offer;
    int id = 1;
    Bytes privateKey, publicKey; ///< as in KeyGroup
    Bytes info;                  ///< SubjectPublicKeyInfo
};
ChipKey makeChipKey(const ChipKeyOffer& offer, int id);

} // namespace chinhchu::chip
