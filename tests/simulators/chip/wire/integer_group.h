#pragma once

#include "tests/simulators/chip/wire/big_number.h"
#include "tests/simulators/chip/wire/key_group.h"

namespace chinhchu::chip {

/// The subgroup of order q of the integers modulo p (RFC 5114).
class IntegerGroup : public KeyGroup
{
public:
    explicit IntegerGroup(const char* name);

    [[nodiscard]] Bytes generator() const override;
    [[nodiscard]] Bytes order() const override;
    [[nodiscard]] Bytes multiply(ByteView scalar, ByteView element) const override;
    [[nodiscard]] Bytes combine(ByteView first, ByteView second) const override;
    [[nodiscard]] bool isPublicKey(ByteView element) const override;
    [[nodiscard]] Bytes sharedSecret(ByteView element) const override;
    [[nodiscard]] Bytes mapped(ByteView number) const override;
    [[nodiscard]] int primeBits() const override;
    [[nodiscard]] std::uint32_t publicKeyTag() const override { return 0x84; }

    /// p, q, g as DER integers need them.
    [[nodiscard]] Bytes prime() const;

private:
    [[nodiscard]] Bytes sized(const Big& number) const;

    Big m_p, m_q, m_g;
};

} // namespace chinhchu::chip
