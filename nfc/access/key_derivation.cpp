#include "nfc/access/key_derivation.h"

#include "nfc/apdu/session_cipher.h"

#include <openssl/evp.h>

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <string_view>

namespace chinhchu::nfc {

namespace {

Bytes digest(const EVP_MD* algorithm, ByteView data)
{
    Bytes hash(EVP_MAX_MD_SIZE);
    unsigned size = 0;
    if (EVP_Digest(data.data(), data.size(), hash.data(), &size, algorithm, nullptr) != 1)
        throw std::runtime_error("digest");
    hash.resize(size);
    return hash;
}

/// DES keys carry odd parity in their lowest bits. The cipher ignores it; the standard's examples show it.
void setOddParity(Bytes& key)
{
    for (auto& byte : key) {
        const auto upper = static_cast<std::uint8_t>(byte & 0xFE);
        byte = static_cast<std::uint8_t>(upper | (std::popcount(upper) % 2 == 0 ? 1 : 0));
    }
}

/// ICAO 9303-3, 4.9: weights 7, 3, 1; letters from 10; the filler counts nothing. -1: no character of the zone.
int characterValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 10;
    return c == '<' ? 0 : -1;
}

Result<void> appendWithCheckDigit(Bytes& out, std::string_view field)
{
    constexpr int weights[] = {7, 3, 1};
    int sum = 0;
    for (std::size_t i = 0; i < field.size(); ++i) {
        const int value = characterValue(field[i]);
        if (value < 0)
            return fail(FailureCode::AccessKeyInvalid, "a character that no machine-readable zone has");
        sum += value * weights[i % 3];
    }
    out.insert(out.end(), field.begin(), field.end());
    out.push_back(static_cast<std::uint8_t>('0' + sum % 10));
    return {};
}

Result<void> appendDate(Bytes& out, const SecretText& date)
{
    const auto text = date.view();
    if (text.size() != 6 || !std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '<'; }))
        return fail(FailureCode::AccessKeyInvalid, "a date is six digits, YYMMDD");
    return appendWithCheckDigit(out, text);
}

} // namespace

Bytes deriveKey(ByteView secret, KeyPurpose purpose, Cipher cipher)
{
    Bytes input(secret.begin(), secret.end());
    input.insert(input.end(), {0, 0, 0, static_cast<std::uint8_t>(purpose)});
    const bool needsLongHash = cipher == Cipher::Aes192 || cipher == Cipher::Aes256;
    Bytes key = digest(needsLongHash ? EVP_sha256() : EVP_sha1(), input);
    key.resize(keyLength(cipher));
    if (cipher == Cipher::TripleDes)
        setOddParity(key);
    return key;
}

Result<Bytes> mrzInformation(const MrzKey& key)
{
    constexpr std::size_t fieldLength = 9;
    // Longer numbers go in whole: on TD1 they run on into the optional data (ICAO 9303-11, 9.7.2).
    constexpr std::size_t longestNumber = 22;
    if (key.documentNumber.empty() || key.documentNumber.size() > longestNumber)
        return fail(FailureCode::AccessKeyInvalid, "length of the document number");
    Bytes number(key.documentNumber.view().begin(), key.documentNumber.view().end());
    number.resize(std::max(number.size(), fieldLength), '<');

    Bytes out;
    const std::string_view field(reinterpret_cast<const char*>(number.data()), number.size());
    return appendWithCheckDigit(out, field)
        .and_then([&] { return appendDate(out, key.birthDate); })
        .and_then([&] { return appendDate(out, key.expiryDate); })
        .map([&] { return std::move(out); });
}

Result<Bytes> bacSeed(const MrzKey& key)
{
    return mrzInformation(key).map([](const Bytes& information) {
        Bytes seed = digest(EVP_sha1(), information);
        seed.resize(16);
        return seed;
    });
}

Result<Bytes> paceSecret(const AccessKey& key)
{
    if (const auto* mrz = std::get_if<MrzKey>(&key))
        return mrzInformation(*mrz).map([](const Bytes& information) { return digest(EVP_sha1(), information); });
    const auto can = std::get<CanKey>(key).can.view();
    if (can.empty() || !std::ranges::all_of(can, [](char c) { return c >= '0' && c <= '9'; }))
        return fail(FailureCode::AccessKeyInvalid, "a card access number is made of digits");
    return Bytes(can.begin(), can.end());
}

} // namespace chinhchu::nfc
