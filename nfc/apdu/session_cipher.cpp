#include "nfc/apdu/session_cipher.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <memory>
#include <stdexcept>

namespace chinhchu::nfc {

namespace {

template <auto function>
struct FreedBy
{
    template <class T>
    void operator()(T* object) const
    {
        function(object);
    }
};
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, FreedBy<EVP_CIPHER_CTX_free>>;
using MacContext = std::unique_ptr<EVP_MAC_CTX, FreedBy<EVP_MAC_CTX_free>>;
using Mac = std::unique_ptr<EVP_MAC, FreedBy<EVP_MAC_free>>;

void require(bool fulfilled, const char* what)
{
    if (!fulfilled)
        throw std::runtime_error(what);
}

const EVP_CIPHER* cbcOf(Cipher cipher)
{
    switch (cipher) {
    case Cipher::TripleDes:
        return EVP_des_ede3_cbc();
    case Cipher::Aes128:
        return EVP_aes_128_cbc();
    case Cipher::Aes192:
        return EVP_aes_192_cbc();
    case Cipher::Aes256:
        return EVP_aes_256_cbc();
    }
    throw std::runtime_error("unknown cipher");
}

enum class Direction
{
    Decrypt = 0,
    Encrypt = 1
};

Bytes run(const EVP_CIPHER* cipher, ByteView key, const std::uint8_t* iv, ByteView data, Direction direction)
{
    CipherContext context(EVP_CIPHER_CTX_new());
    Bytes out(data.size() + EVP_MAX_BLOCK_LENGTH);
    int written = 0;
    require(context && EVP_CIPHER_get_key_length(cipher) == static_cast<int>(key.size()), "cipher key");
    require(EVP_CipherInit_ex2(context.get(), cipher, key.data(), iv, static_cast<int>(direction), nullptr) == 1,
            "cipher init");
    require(EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1, "cipher padding");
    require(EVP_CipherUpdate(context.get(), out.data(), &written, data.data(), static_cast<int>(data.size())) == 1,
            "cipher update");
    require(written == static_cast<int>(data.size()), "cipher input does not fill its blocks");
    out.resize(data.size());
    return out;
}

/// 16 bytes K1 K2 become K1 K2 K1.
Bytes cipherKey(Cipher cipher, ByteView key)
{
    require(key.size() == keyLength(cipher), "session key length");
    Bytes full(key.begin(), key.end());
    if (cipher == Cipher::TripleDes)
        full.insert(full.end(), key.begin(), key.begin() + 8);
    return full;
}

/// Single DES as EDE3 with three equal keys: the default provider of OpenSSL 3 has no plain DES.
Bytes tripled(ByteView key8)
{
    Bytes key;
    for (int i = 0; i < 3; ++i)
        key.insert(key.end(), key8.begin(), key8.end());
    return key;
}

/// ISO/IEC 9797-1, MAC algorithm 3 with DES.
Bytes retailMac(ByteView key, ByteView message)
{
    require(key.size() == 16 && !message.empty() && message.size() % 8 == 0, "retail MAC input");
    const Bytes zero(8, 0);
    const Bytes first = tripled(key.first(8));
    const Bytes chained = run(EVP_des_ede3_cbc(), first, zero.data(), message, Direction::Encrypt);
    const Bytes opened =
        run(EVP_des_ede3_ecb(), tripled(key.subspan(8)), nullptr, ByteView(chained).last(8), Direction::Decrypt);
    return run(EVP_des_ede3_ecb(), first, nullptr, opened, Direction::Encrypt);
}

Bytes aesCmac(Cipher cipher, ByteView key, ByteView message)
{
    static const Mac algorithm(EVP_MAC_fetch(nullptr, "CMAC", nullptr));
    MacContext context(EVP_MAC_CTX_new(algorithm.get()));
    require(context != nullptr, "CMAC");
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_CIPHER, const_cast<char*>(EVP_CIPHER_get0_name(cbcOf(cipher))),
                                         0),
        OSSL_PARAM_construct_end()};
    Bytes code(16);
    std::size_t written = 0;
    require(EVP_MAC_init(context.get(), key.data(), key.size(), parameters) == 1, "CMAC init");
    require(EVP_MAC_update(context.get(), message.data(), message.size()) == 1, "CMAC update");
    require(EVP_MAC_final(context.get(), code.data(), &written, code.size()) == 1 && written == 16, "CMAC final");
    code.resize(8);
    return code;
}

} // namespace

std::size_t keyLength(Cipher cipher)
{
    return cipher == Cipher::Aes256 ? 32 : cipher == Cipher::Aes192 ? 24 : 16;
}

std::size_t blockLength(Cipher cipher)
{
    return cipher == Cipher::TripleDes ? 8 : 16;
}

Bytes encryptCbc(Cipher cipher, ByteView key, ByteView iv, ByteView data)
{
    require(iv.size() == blockLength(cipher), "initialisation vector");
    return run(cbcOf(cipher), cipherKey(cipher, key), iv.data(), data, Direction::Encrypt);
}

Bytes decryptCbc(Cipher cipher, ByteView key, ByteView iv, ByteView data)
{
    require(iv.size() == blockLength(cipher), "initialisation vector");
    return run(cbcOf(cipher), cipherKey(cipher, key), iv.data(), data, Direction::Decrypt);
}

Bytes encryptBlock(Cipher cipher, ByteView key, ByteView block)
{
    // One block of CBC under a zero vector is one block of the cipher itself.
    return encryptCbc(cipher, key, Bytes(blockLength(cipher), 0), block);
}

Bytes checksum(Cipher cipher, ByteView key, ByteView message)
{
    return cipher == Cipher::TripleDes ? retailMac(key, message) : aesCmac(cipher, key, message);
}

Bytes padded(ByteView data, std::size_t block)
{
    Bytes out(data.begin(), data.end());
    out.push_back(0x80);
    out.resize((out.size() + block - 1) / block * block, 0x00);
    return out;
}

bool removePadding(Bytes& data)
{
    std::size_t end = data.size();
    while (end > 0 && data[end - 1] == 0x00)
        --end;
    if (end == 0 || data[end - 1] != 0x80)
        return false;
    data.resize(end - 1);
    return true;
}

bool equalInConstantTime(ByteView a, ByteView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace chinhchu::nfc
