#include "tests/simulators/chip/card/pace.h"

#include "tests/simulators/chip/personalisation/security_infos.h"
#include "tests/simulators/chip/wire/tlv.h"

namespace chinhchu::chip {

namespace {

using Mapping = PaceOffer::Mapping;

Response dynamicData(std::uint32_t tag, ByteView value)
{
    return tlv(0x7C, tlv(tag, value));
}

} // namespace

Pace::Pace(const PaceOffer& offer, ByteView password, const ChipKey* key, Randomness random)
    : m_offer(offer)
    , m_cipher(static_cast<Cipher>(offer.cipher))
    , m_group(standardGroup(offer.parameterId))
    , m_nonceKey(deriveKey(m_cipher, password, 3))
    , m_key(key)
    , m_random(std::move(random))
{
}

Response Pace::step(ByteView data, std::optional<SecureChannel>& channel)
{
    const auto content = find(data, 0x7C);
    if (!content)
        return 0x6A80;
    m_agreements = 0;
    switch (++m_step) {
    case 1:
        return content->empty() ? sendNonce() : Response(0x6A80);
    case 2:
        return mapNonce(*content);
    case 3:
        return agree(*content);
    case 4:
        return confirm(*content, channel);
    }
    return 0x6985;
}

Response Pace::sendNonce()
{
    // The integrated mapping uses the nonce as a key: at least as long as one, in whole blocks (4.4.3.3.2).
    const bool longer = m_offer.mapping == Mapping::Integrated && m_cipher >= Cipher::Aes192;
    m_nonce = m_random(longer ? 32 : 16);
    const Bytes zero(blockSize(m_cipher));
    return dynamicData(0x80, encryptCbc(m_cipher, m_nonceKey, zero, m_nonce));
}

Response Pace::mapNonce(ByteView data)
{
    const auto given = find(data, 0x81);
    if (!given)
        return 0x6A80;
    if (m_offer.mapping == Mapping::Integrated) {
        if (given->size() != keySize(m_cipher))
            return 0x6A80;
        m_agreements = 1; // a power modulo p: the root that makes a point, or the way into the subgroup
        m_mappedGenerator = integratedMapping(*given);
        return dynamicData(0x82, {});
    }
    if (!m_group->isPublicKey(*given))
        return 0x6300;
    const Bytes ourPublic = genericMapping(*given);
    return dynamicData(0x82, ourPublic);
}

// 4.4.3.3.1: G' = s·G + H, where H is what both sides agree upon.
Bytes Pace::genericMapping(ByteView theirPublic)
{
    m_agreements = 3;
    m_mappingPrivate = m_group->randomScalar(m_random);
    const Bytes agreed = m_group->multiply(m_mappingPrivate, theirPublic);
    m_mappedGenerator = m_group->combine(m_group->multiply(m_nonce, m_group->generator()), agreed);
    return m_group->multiply(m_mappingPrivate, m_group->generator());
}

Bytes Pace::integratedMapping(ByteView theirNonce) const
{
    return m_group->mapped(pseudoRandom(m_cipher, m_nonce, theirNonce, m_group->primeBits()));
}

Bytes pseudoRandom(Cipher cipher, ByteView nonce, ByteView theirNonce, int primeBits)
{
    // Constants for l = 128 and, for the longer keys, l = 256.
    const bool longer = cipher == Cipher::Aes192 || cipher == Cipher::Aes256;
    const Bytes c0 = fromHex(longer ? "d463d65234124ef7897054986dca0a174e28df758cbaa03f240616414d5a1676"
                                    : "a668892a7c41e3ca739f40b057d85904");
    const Bytes c1 = fromHex(longer ? "54bd7255f0aaf831bec3423fcf39d69b6cbf066677d0faae5aadd99df8e53517"
                                    : "a4e136ac725f738b01c1f60217c188ad");
    const Bytes zero(blockSize(cipher));
    Bytes key = encryptCbc(cipher, theirNonce, zero, nonce);
    Bytes out;
    const std::size_t wanted = static_cast<std::size_t>(primeBits) + 64;
    while (out.size() * 8 < wanted) {
        key.resize(keySize(cipher));
        append(out, encryptCbc(cipher, key, zero, c1));
        key = encryptCbc(cipher, key, zero, c0);
    }
    return out;
}

Response Pace::agree(ByteView data)
{
    const auto given = find(data, 0x83);
    if (!given || !m_group->isPublicKey(*given))
        return 0x6300;
    m_agreements = 2;
    const Bytes ephemeral = m_group->randomScalar(m_random);
    m_ourPublic = m_group->multiply(ephemeral, m_mappedGenerator);
    m_theirPublic.assign(given->begin(), given->end());
    if (m_theirPublic == m_ourPublic)
        return 0x6300;
    m_secret = m_group->sharedSecret(m_group->multiply(ephemeral, m_theirPublic));
    return dynamicData(0x84, m_ourPublic);
}

// 4.4.3.4: MAC over the public key of the other side, with its object identifier.
Bytes Pace::token(ByteView publicKey, ByteView macKey) const
{
    const Bytes object = tlv(0x7F49, {oid(paceOid(m_offer)), tlv(m_group->publicKeyTag(), publicKey)});
    return mac(m_cipher, macKey, m_cipher == Cipher::TripleDes ? padded(object, 8) : object);
}

Response Pace::confirm(ByteView data, std::optional<SecureChannel>& channel)
{
    const auto given = find(data, 0x85);
    if (!given)
        return 0x6A80;
    SecureChannel session = SecureChannel::fromSecret(m_cipher, m_secret);
    if (!sameBytes(*given, token(m_ourPublic, session.macKey())))
        return 0x6300;
    Bytes answer = tlv(0x86, token(m_theirPublic, session.macKey()));
    if (m_offer.mapping == Mapping::ChipAuthentication)
        append(answer, tlv(0x8A, chipAuthenticationData(session.encryptionKey())));
    channel = std::move(session);
    return tlv(0x7C, answer);
}

// 4.4.3.3.3 and 4.4.3.5: the mapping key divided by the static key proves that the chip knows the static one.
Bytes Pace::chipAuthenticationData(ByteView encryptionKey) const
{
    const Bytes proof = m_group->quotient(m_mappingPrivate, m_key->privateKey);
    const Bytes iv = encryptBlock(m_cipher, encryptionKey, Bytes(16, 0xFF));
    return encryptCbc(m_cipher, encryptionKey, iv, padded(proof, 16));
}

} // namespace chinhchu::chip
