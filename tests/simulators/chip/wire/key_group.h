#pragma once

#include "tests/simulators/chip/wire/crypto.h"

#include <memory>

namespace chinhchu::chip {

/// A group of prime order for key agreement, written the same way for elliptic curves and for integers modulo p, so
/// that PACE and Chip Authentication are told once. Scalars and elements are byte strings as they go over the wire: an
/// uncompressed point, or an integer as long as p.
class KeyGroup
{
public:
    virtual ~KeyGroup() = default;

    [[nodiscard]] virtual Bytes generator() const = 0;
    [[nodiscard]] virtual Bytes order() const = 0;
    /// x·P, or P^x.
    [[nodiscard]] virtual Bytes multiply(ByteView scalar, ByteView element) const = 0;
    /// P + Q, or P·Q.
    [[nodiscard]] virtual Bytes combine(ByteView first, ByteView second) const = 0;
    /// May @p element be somebody's public key: in the group and not the neutral element?
    [[nodiscard]] virtual bool isPublicKey(ByteView element) const = 0;
    /// What two sides agree upon: the x coordinate, or the integer.
    [[nodiscard]] virtual Bytes sharedSecret(ByteView element) const = 0;
    /// Integrated mapping (ICAO 9303-11, 4.4.3.3.2): a pseudo-random number becomes a generator.
    [[nodiscard]] virtual Bytes mapped(ByteView number) const = 0;
    /// Length of p in bits: how much pseudo-randomness the integrated mapping needs.
    [[nodiscard]] virtual int primeBits() const = 0;
    /// Context tag of a public key inside 7F49 (BSI TR-03110-3, D.3): 86 point, 84 integer.
    [[nodiscard]] virtual std::uint32_t publicKeyTag() const = 0;

    /// A private key: uniform between 1 and the order.
    [[nodiscard]] Bytes randomScalar(const Randomness& random) const;
    /// a / b modulo the order.
    [[nodiscard]] Bytes quotient(ByteView a, ByteView b) const;
};

/// The standardised domain parameters (ICAO 9303-11, 9.5.1) by number; null for a number without meaning.
std::shared_ptr<const KeyGroup> standardGroup(int parameterId);
/// -1 for a name that is not in the table. Names as OpenSSL has them: "brainpoolP256r1", "prime256v1", "dh_2048_256".
int standardGroupId(std::string_view name);
const char* standardGroupName(int parameterId);

} // namespace chinhchu::chip
