#pragma once

#include "tests/simulators/chip/wire/bytes.h"

#include <functional>
#include <memory>

#include <openssl/bn.h>
#include <openssl/evp.h>

namespace chinhchu::chip {

template <auto Free>
struct Freeing
{
    template <class T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
using Key = std::shared_ptr<EVP_PKEY>;

/// Throws a LabError with what OpenSSL says, when @p good is not positive.
void check(int good, const char* what);

/// Fills a buffer; replaced by fixed figures where a worked example is replayed.
using Randomness = std::function<Bytes(std::size_t)>;
Bytes systemRandom(std::size_t size);

/// "SHA1", "SHA224", "SHA256", "SHA384", "SHA512"
Bytes digest(const std::string& name, ByteView data);

enum class Cipher
{
    TripleDes,
    Aes128,
    Aes192,
    Aes256
};
std::size_t blockSize(Cipher cipher);
std::size_t keySize(Cipher cipher);

/// Key derivation function (ICAO 9303-11, 9.7.1): 1 for encryption, 2 for MAC, 3 for the PACE nonce.
Bytes deriveKey(Cipher cipher, ByteView secret, std::uint8_t counter);

/// CBC without padding; @p data is a whole number of blocks.
Bytes encryptCbc(Cipher cipher, ByteView key, ByteView iv, ByteView data);
Bytes decryptCbc(Cipher cipher, ByteView key, ByteView iv, ByteView data);
/// One block in ECB mode.
Bytes encryptBlock(Cipher cipher, ByteView key, ByteView block);

/// ISO/IEC 9797-1 padding method 2.
Bytes padded(ByteView data, std::size_t block);
/// False if there is no such padding at the end.
bool unpad(Bytes& data);

/// 8 bytes. 3DES: MAC algorithm 3 of ISO/IEC 9797-1 over whole blocks; AES: CMAC, of which the first 8 bytes count.
Bytes mac(Cipher cipher, ByteView key, ByteView data);

bool sameBytes(ByteView a, ByteView b);

} // namespace chinhchu::chip
