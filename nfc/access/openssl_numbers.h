#pragma once

#include "resources/base/wiping_memory.h"

#include <openssl/bn.h>
#include <openssl/ec.h>

#include <memory>
#include <stdexcept>

namespace chinhchu::nfc {

template <auto function>
struct OpensslDeleter
{
    template <class T>
    void operator()(T* object) const
    {
        function(object);
    }
};

using Number = std::unique_ptr<BIGNUM, OpensslDeleter<BN_clear_free>>;
using NumberContext = std::unique_ptr<BN_CTX, OpensslDeleter<BN_CTX_free>>;
using Group = std::unique_ptr<EC_GROUP, OpensslDeleter<EC_GROUP_free>>;
using Point = std::unique_ptr<EC_POINT, OpensslDeleter<EC_POINT_clear_free>>;

/// Running out of memory is the only way in which these calls fail on checked input.
inline void requireOpenssl(bool fulfilled)
{
    if (!fulfilled)
        throw std::runtime_error("OpenSSL ran out of memory or was misused");
}

inline Number newNumber()
{
    Number number(BN_secure_new());
    requireOpenssl(number != nullptr);
    return number;
}

inline Number numberFrom(ByteView bytes)
{
    Number number(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
    requireOpenssl(number != nullptr);
    BN_set_flags(number.get(), BN_FLG_CONSTTIME);
    return number;
}

inline Bytes paddedBytes(const BIGNUM* number, std::size_t size)
{
    Bytes bytes(size);
    requireOpenssl(BN_bn2binpad(number, bytes.data(), static_cast<int>(size)) == static_cast<int>(size));
    return bytes;
}

inline std::size_t byteCount(const BIGNUM* number)
{
    return static_cast<std::size_t>(BN_num_bytes(number));
}

inline NumberContext newContext()
{
    NumberContext context(BN_CTX_new());
    requireOpenssl(context != nullptr);
    return context;
}

} // namespace chinhchu::nfc
