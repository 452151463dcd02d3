#pragma once

#include "nfc/lds/security_infos.h"
#include "resources/base/wiping_memory.h"

namespace chinhchu::nfc {

/// The cryptography of a protected channel (ICAO 9303-11, 9.8.6 and 9.8.7): CBC encryption without padding and 8-byte
/// checksums (retail MAC for 3DES, CMAC for AES).
///
/// Wrong sizes and a failing library are programming errors here, because every length was checked before: they throw
/// std::runtime_error, which the border of the module catches.
std::size_t keyLength(Cipher cipher);   ///< bytes: 16, 16, 24, 32
std::size_t blockLength(Cipher cipher); ///< bytes: 8 or 16

Bytes encryptCbc(Cipher cipher, ByteView key, ByteView iv, ByteView data);
Bytes decryptCbc(Cipher cipher, ByteView key, ByteView iv, ByteView data);

/// One block, for the initialisation vector of AES secure messaging.
Bytes encryptBlock(Cipher cipher, ByteView key, ByteView block);

/// 8 bytes over @p message as it is; for 3DES it must fill its blocks.
Bytes checksum(Cipher cipher, ByteView key, ByteView message);

/// Padding method 2 of ISO/IEC 9797-1: 80, then zeros up to a full block.
Bytes padded(ByteView data, std::size_t block);
/// False if @p data does not end in that padding.
bool removePadding(Bytes& data);

/// Compares without telling by its time where the difference is.
bool equalInConstantTime(ByteView a, ByteView b);

} // namespace chinhchu::nfc
