#pragma once

#include "nfc/access/openssl_numbers.h"
#include "nfc/access/random_source.h"
#include "nfc/lds/security_infos.h"

#include <memory>

namespace chinhchu::nfc {

/// A private key and the public key that goes with it, encoded as it goes over the air.
struct KeyPair
{
    Bytes privateKey;
    Bytes publicKey; ///< EC: uncompressed point; DH: as many bytes as the prime
};

/// A group with a generator, in which reader and chip agree on a secret (ICAO 9303-11, 9.4 to 9.6): an elliptic curve
/// or the integers modulo a prime. Every number is padded to the size of its field: forgetting that makes one run in
/// 140 fail at the last step.
///
/// What comes from the chip is checked where it is used (on the curve, in range, of the right order): a bad value is
/// CARD_ANSWER_MALFORMED.
class AgreementGroup
{
public:
    virtual ~AgreementGroup() = default;

    [[nodiscard]] virtual Agreement kind() const = 0;

    /// A private key, evenly chosen among those of the group, and the public key to it.
    Result<KeyPair> generate(const RandomSource& random) const;

    /// The shared secret: the x coordinate of the common point, or the common integer.
    virtual Result<Bytes> agree(ByteView privateKey, ByteView chipPublicKey) const = 0;

    /// The same group with the generator that Generic Mapping gives: s * G + H (ICAO 9303-11, A.3.4.1 and A.4.4.1).
    virtual Result<std::unique_ptr<AgreementGroup>> mapGeneric(ByteView nonce, ByteView privateKey,
                                                               ByteView chipPublicKey) const = 0;

    /// The same group with the generator that a pseudo-random number of mappingLength() bytes leads to (Integrated
    /// Mapping, 4.4.3.3.2).
    virtual Result<std::unique_ptr<AgreementGroup>> mapIntegrated(ByteView pseudoRandom) const = 0;

    /// The size of the field's prime in bits.
    [[nodiscard]] virtual int primeBits() const = 0;

    /// The prime, big endian, without leading zeros.
    [[nodiscard]] virtual Bytes prime() const = 0;

    /// @p chipPublicKey times (or to the power of) @p scalar: the point in the encoding of a public key. For checking
    /// the answer of Chip Authentication Mapping (4.4.3.5.2).
    virtual Result<Bytes> multiply(ByteView scalar, ByteView chipPublicKey) const = 0;

    /// The generator in the encoding of a public key; tests compare it with the standards' examples.
    [[nodiscard]] virtual Bytes generator() const = 0;

protected:
    /// Private keys lie between 0 and this number.
    [[nodiscard]] virtual const BIGNUM* privateKeyLimit() const = 0;
    [[nodiscard]] virtual Bytes publicKeyOf(const BIGNUM* privateKey) const = 0;
};

/// Standardised domain parameters (ICAO 9303-11, 9.5.1): 0..2 DH, 8..18 ECDH. CARD_NOT_SUPPORTED for reserved ids.
Result<std::unique_ptr<AgreementGroup>> standardGroup(int parameterId);

/// True for the ids of the standard's table.
bool isStandardGroup(int parameterId);

/// From an AlgorithmIdentifier: standardised, named or explicit parameters. It comes from the card: checked before use.
Result<std::unique_ptr<AgreementGroup>> groupFromAlgorithm(ByteView algorithmIdentifier);

} // namespace chinhchu::nfc
