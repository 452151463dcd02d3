#pragma once

#include "nfc/access/access_key.h"
#include "nfc/lds/security_infos.h"
#include "resources/base/failure.h"

namespace chinhchu::nfc {

/// What a derived key is for: the counter of the key derivation function (ICAO 9303-11, 9.7.1).
enum class KeyPurpose : std::uint8_t
{
    Encryption = 1,
    Checksum = 2,
    Password = 3
};

/// KDF(secret, purpose) for the cipher; 3DES keys get their parity (9.7.1.1 to 9.7.1.4).
Bytes deriveKey(ByteView secret, KeyPurpose purpose, Cipher cipher);

/// Document number, birth and expiry date, each with its check digit, as the keys need it (9.7.2). ACCESS_KEY_INVALID
/// if a field is not made of the characters of a machine-readable zone. A document number is filled up to nine
/// characters.
Result<Bytes> mrzInformation(const MrzKey& key);

/// The first 16 bytes of SHA-1 over the MRZ information: the seed of the BAC keys (9.7.2).
Result<Bytes> bacSeed(const MrzKey& key);

/// f(pi), the shared password from which the nonce key of PACE comes: the CAN itself, or SHA-1 of the MRZ information
/// (9.7.3).
Result<Bytes> paceSecret(const AccessKey& key);

} // namespace chinhchu::nfc
