#pragma once

#include "tests/simulators/chip/wire/crypto.h"

namespace chinhchu::chip {

using Big = std::unique_ptr<BIGNUM, Freeing<BN_clear_free>>;
using BigContext = std::unique_ptr<BN_CTX, Freeing<BN_CTX_free>>;

inline Big big(ByteView bytes = {})
{
    return Big(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
}

inline BigContext bigContext()
{
    return BigContext(BN_CTX_new());
}

/// Exactly @p size bytes: a number that is not padded to the size of its field is the classic mistake of PACE.
inline Bytes bytesOf(const BIGNUM* number, int size)
{
    Bytes bytes(static_cast<std::size_t>(size));
    check(BN_bn2binpad(number, bytes.data(), size) == size, "number longer than its field");
    return bytes;
}

} // namespace chinhchu::chip
