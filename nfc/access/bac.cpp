#include "nfc/access/bac.h"

#include "nfc/access/key_derivation.h"

#include <algorithm>

namespace chinhchu::nfc {

namespace {

constexpr std::size_t challengeBytes = 8;
constexpr std::size_t keyBytes = 16;
constexpr std::size_t tokenBytes = 2 * challengeBytes + keyBytes;
constexpr std::size_t codeBytes = 8;

struct BacKeys
{
    Bytes encryption;
    Bytes checksum;
};

BacKeys keysFrom(ByteView seed)
{
    return {deriveKey(seed, KeyPurpose::Encryption, Cipher::TripleDes),
            deriveKey(seed, KeyPurpose::Checksum, Cipher::TripleDes)};
}

Bytes joined(ByteView a, ByteView b)
{
    Bytes out(a.begin(), a.end());
    out.insert(out.end(), b.begin(), b.end());
    return out;
}

Result<Bytes> chipChallenge(CardLink& link)
{
    auto response = link.exchange({0x00, 0x84, 0x00, 0x00, {}, challengeBytes});
    if (!response)
        return tl::make_unexpected(response.error());
    if (!response->ok())
        return fail(FailureCode::CardRefused, "GET CHALLENGE: " + toHex(response->sw));
    if (response->data.size() != challengeBytes)
        return fail(FailureCode::CardAnswerMalformed, "challenge of a wrong length");
    return std::move(response->data);
}

/// E and M of 4.3.3: the encrypted token and its checksum.
Bytes sealToken(const BacKeys& keys, ByteView token)
{
    const Bytes zero(8, 0x00);
    const Bytes encrypted = encryptCbc(Cipher::TripleDes, keys.encryption, zero, token);
    return joined(encrypted, checksum(Cipher::TripleDes, keys.checksum, padded(encrypted, 8)));
}

Result<Bytes> openToken(const BacKeys& keys, ByteView sealed)
{
    if (sealed.size() != tokenBytes + codeBytes)
        return fail(FailureCode::CardAnswerMalformed, "EXTERNAL AUTHENTICATE: answer of a wrong length");
    const auto encrypted = sealed.first(tokenBytes);
    if (!equalInConstantTime(checksum(Cipher::TripleDes, keys.checksum, padded(encrypted, 8)), sealed.last(codeBytes)))
        return fail(FailureCode::SecureMessagingBroken, "BAC: wrong checksum of the chip");
    return decryptCbc(Cipher::TripleDes, keys.encryption, Bytes(8, 0x00), encrypted);
}

/// What chips answer when the checksum that they got was made with another key.
bool meansWrongKey(std::uint16_t sw)
{
    return sw == status::AuthenticationFailed || isTryCounter(sw) || sw == status::SecureMessagingObjectsWrong ||
           sw == status::SecurityNotSatisfied || sw == status::WrongData;
}

} // namespace

Result<void> openWithBac(CardLink& link, const MrzKey& key, const RandomSource& random)
{
    const auto seed = bacSeed(key);
    if (!seed)
        return tl::make_unexpected(seed.error());
    const BacKeys keys = keysFrom(*seed);
    const auto chip = chipChallenge(link);
    if (!chip)
        return tl::make_unexpected(chip.error());
    const auto own = random(challengeBytes);
    if (!own)
        return tl::make_unexpected(own.error());
    const auto ownKey = random(keyBytes);
    if (!ownKey)
        return tl::make_unexpected(ownKey.error());

    const Bytes sealed = sealToken(keys, joined(joined(*own, *chip), *ownKey));
    const auto response = link.exchange({0x00, 0x82, 0x00, 0x00, sealed, sealed.size()});
    if (!response)
        return tl::make_unexpected(response.error());
    if (meansWrongKey(response->sw))
        return fail(FailureCode::AccessKeyWrong, "EXTERNAL AUTHENTICATE: " + toHex(response->sw));
    if (!response->ok())
        return fail(FailureCode::CardRefused, "EXTERNAL AUTHENTICATE: " + toHex(response->sw));

    const auto token = openToken(keys, response->data);
    if (!token)
        return tl::make_unexpected(token.error());
    const ByteView view(*token);
    if (!std::ranges::equal(view.first(challengeBytes), *chip) ||
        !std::ranges::equal(view.subspan(challengeBytes, challengeBytes), *own))
        return fail(FailureCode::SecureMessagingBroken, "BAC: the chip answers another challenge");

    Bytes sessionSeed = *ownKey;
    std::ranges::transform(sessionSeed, view.last(keyBytes), sessionSeed.begin(), std::bit_xor<>());
    BacKeys session = keysFrom(sessionSeed);
    // 4.3.3: the counter starts with the lower halves of both challenges.
    Bytes counter = joined(ByteView(*chip).last(4), ByteView(*own).last(4));
    link.openSecureChannel(SecureMessaging(Cipher::TripleDes, std::move(session.encryption),
                                           std::move(session.checksum), std::move(counter)));
    return {};
}

} // namespace chinhchu::nfc
