#pragma once

#include "tests/simulators/chip/wire/big_number.h"
#include "tests/simulators/chip/wire/key_group.h"

#include <openssl/ec.h>

namespace chinhchu::chip {

/// A named elliptic curve.
class CurveGroup : public KeyGroup
{
public:
    explicit CurveGroup(const char* name);

    [[nodiscard]] Bytes generator() const override;
    [[nodiscard]] Bytes order() const override;
    [[nodiscard]] Bytes multiply(ByteView scalar, ByteView element) const override;
    [[nodiscard]] Bytes combine(ByteView first, ByteView second) const override;
    [[nodiscard]] bool isPublicKey(ByteView element) const override;
    [[nodiscard]] Bytes sharedSecret(ByteView element) const override;
    [[nodiscard]] Bytes mapped(ByteView number) const override;
    [[nodiscard]] int primeBits() const override;
    [[nodiscard]] std::uint32_t publicKeyTag() const override { return 0x86; }

private:
    using Point = std::unique_ptr<EC_POINT, Freeing<EC_POINT_free>>;
    [[nodiscard]] Point point(ByteView encoded) const;
    [[nodiscard]] Bytes encoded(const EC_POINT* point) const;

    std::unique_ptr<EC_GROUP, Freeing<EC_GROUP_free>> m_group;
};

} // namespace chinhchu::chip
