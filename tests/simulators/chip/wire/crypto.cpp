#include "tests/simulators/chip/wire/crypto.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/rand.h>

namespace chinhchu::chip {

void check(int good, const char* what)
{
    if (good > 0)
        return;
    char reason[160] = "";
    ERR_error_string_n(ERR_get_error(), reason, sizeof reason);
    ERR_clear_error();
    throw LabError(std::string(what) + ": " + reason);
}

Bytes systemRandom(std::size_t size)
{
    Bytes bytes(size);
    check(RAND_bytes(bytes.data(), static_cast<int>(size)), "random");
    return bytes;
}

Bytes digest(const std::string& name, ByteView data)
{
    Bytes out(EVP_MAX_MD_SIZE);
    std::size_t size = 0;
    check(EVP_Q_digest(nullptr, name.c_str(), nullptr, data.data(), data.size(), out.data(), &size), name.c_str());
    out.resize(size);
    return out;
}

std::size_t blockSize(Cipher cipher)
{
    return cipher == Cipher::TripleDes ? 8 : 16;
}

std::size_t keySize(Cipher cipher)
{
    return cipher == Cipher::Aes256 ? 32 : cipher == Cipher::Aes192 ? 24 : 16;
}

Bytes deriveKey(Cipher cipher, ByteView secret, std::uint8_t counter)
{
    const Bytes input = join({secret, bigEndian(counter, 4)});
    // 9.7.1.2 and 9.7.1.3: SHA-1 for keys of 112 and 128 bits, SHA-256 for the longer ones.
    Bytes key = digest(keySize(cipher) > 16 ? "SHA256" : "SHA1", input);
    key.resize(keySize(cipher));
    return key;
}

namespace {

Bytes threeKeys(ByteView key)
{
    return join({key, key.first(8)});
}

Bytes runCipher(const char* name, ByteView key, const std::uint8_t* iv, ByteView data, bool encrypting)
{
    std::unique_ptr<EVP_CIPHER, Freeing<EVP_CIPHER_free>> algorithm(EVP_CIPHER_fetch(nullptr, name, nullptr));
    std::unique_ptr<EVP_CIPHER_CTX, Freeing<EVP_CIPHER_CTX_free>> context(EVP_CIPHER_CTX_new());
    check(EVP_CipherInit_ex2(context.get(), algorithm.get(), key.data(), iv, encrypting, nullptr), name);
    EVP_CIPHER_CTX_set_padding(context.get(), 0);
    Bytes out(data.size() + 32);
    int first = 0;
    int last = 0;
    check(EVP_CipherUpdate(context.get(), out.data(), &first, data.data(), static_cast<int>(data.size())), name);
    check(EVP_CipherFinal_ex(context.get(), out.data() + first, &last), name);
    out.resize(static_cast<std::size_t>(first + last));
    return out;
}

Bytes runCbc(Cipher cipher, ByteView key, ByteView iv, ByteView data, bool encrypting)
{
    switch (cipher) {
    case Cipher::TripleDes:
        return runCipher("DES-EDE3-CBC", threeKeys(key), iv.data(), data, encrypting);
    case Cipher::Aes128:
        return runCipher("AES-128-CBC", key, iv.data(), data, encrypting);
    case Cipher::Aes192:
        return runCipher("AES-192-CBC", key, iv.data(), data, encrypting);
    case Cipher::Aes256:
        break;
    }
    return runCipher("AES-256-CBC", key, iv.data(), data, encrypting);
}

} // namespace

Bytes encryptCbc(Cipher cipher, ByteView key, ByteView iv, ByteView data)
{
    return runCbc(cipher, key, iv, data, true);
}

Bytes decryptCbc(Cipher cipher, ByteView key, ByteView iv, ByteView data)
{
    return runCbc(cipher, key, iv, data, false);
}

Bytes encryptBlock(Cipher cipher, ByteView key, ByteView block)
{
    const Bytes zero(blockSize(cipher));
    return encryptCbc(cipher, key, zero, block);
}

Bytes padded(ByteView data, std::size_t block)
{
    Bytes out(data.begin(), data.end());
    out.push_back(0x80);
    out.resize((out.size() + block - 1) / block * block);
    return out;
}

bool unpad(Bytes& data)
{
    while (!data.empty() && data.back() == 0)
        data.pop_back();
    if (data.empty() || data.back() != 0x80)
        return false;
    data.pop_back();
    return true;
}

namespace {

Bytes retailMac(ByteView key, ByteView data)
{
    // Single DES is 3DES with one key three times: the legacy provider is not needed.
    const ByteView k1 = key.first(8);
    const Bytes left = join({k1, k1, k1});
    const Bytes zero(8);
    const Bytes chained = runCipher("DES-EDE3-CBC", left, zero.data(), data, true);
    const ByteView lastBlock = ByteView(chained).last(8);
    const ByteView k2 = key.subspan(8, 8);
    const Bytes right = join({k2, k2, k2});
    return runCipher("DES-EDE3-ECB", left, nullptr, runCipher("DES-EDE3-ECB", right, nullptr, lastBlock, false), true);
}

Bytes cmac(Cipher cipher, ByteView key, ByteView data)
{
    const char* name = cipher == Cipher::Aes128   ? "AES-128-CBC"
                       : cipher == Cipher::Aes192 ? "AES-192-CBC"
                                                  : "AES-256-CBC";
    Bytes out(16);
    std::size_t size = 0;
    const auto* made = EVP_Q_mac(nullptr, "CMAC", nullptr, name, nullptr, key.data(), key.size(), data.data(),
                                 data.size(), out.data(), out.size(), &size);
    check(made != nullptr, "CMAC");
    out.resize(8);
    return out;
}

} // namespace

Bytes mac(Cipher cipher, ByteView key, ByteView data)
{
    return cipher == Cipher::TripleDes ? retailMac(key, data) : cmac(cipher, key, data);
}

bool sameBytes(ByteView a, ByteView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace chinhchu::chip
