#pragma once

#include "tests/simulators/chip/card/secure_channel.h"
#include "tests/simulators/chip/personalisation/key_maker.h"
#include "tests/simulators/chip/wire/key_group.h"

namespace chinhchu::chip {

/// The chip's side of PACE (ICAO 9303-11, 4.4): generic, integrated and chip authentication mapping over curves and
/// over integers.
class Pace
{
public:
    /// @p password: the CAN's digits, or the SHA-1 of the MRZ information. @p key: for chip authentication mapping.
    Pace(const PaceOffer& offer, ByteView password, const ChipKey* key, Randomness random);

    /// One GENERAL AUTHENTICATE: the dynamic authentication data (7C). After the last step and a right password
    /// @p channel holds the session. Any status but 9000 ends the run.
    Response step(ByteView data, std::optional<SecureChannel>& channel);

    /// Multiplications in the group that the last step took.
    [[nodiscard]] int agreements() const { return m_agreements; }

private:
    Response sendNonce();
    Response mapNonce(ByteView data);
    Response agree(ByteView data);
    Response confirm(ByteView data, std::optional<SecureChannel>& channel);
    [[nodiscard]] Bytes genericMapping(ByteView theirPublic);
    [[nodiscard]] Bytes integratedMapping(ByteView theirNonce) const;
    [[nodiscard]] Bytes token(ByteView publicKey, ByteView macKey) const;
    [[nodiscard]] Bytes chipAuthenticationData(ByteView encryptionKey) const;

    PaceOffer m_offer;
    Cipher m_cipher;
    std::shared_ptr<const KeyGroup> m_group;
    Bytes m_nonceKey;
    const ChipKey* m_key;
    Randomness m_random;

    int m_step = 0;
    int m_agreements = 0;
    Bytes m_nonce, m_mappingPrivate, m_mappedGenerator;
    Bytes m_ourPublic, m_theirPublic, m_secret;
};

/// The pseudo-random function of the integrated mapping (ICAO 9303-11, 4.4.3.3.2).
Bytes pseudoRandom(Cipher cipher, ByteView nonce, ByteView theirNonce, int primeBits);

} // namespace chinhchu::chip
