#include "nfc/authenticity/iso9796_2.h"
#include "nfc/authenticity/rsa_signature.h"

#include <openssl/core_names.h>

#include <algorithm>

namespace chinhchu::nfc {
namespace {

tl::unexpected<Failure> failed(std::string detail)
{
    return fail(FailureCode::ActiveAuthenticationFailed, "ISO/IEC 9796-2: " + std::move(detail));
}

/// Digest identifiers of ISO/IEC 10118-3 in a two-byte trailer "xx CC".
const EVP_MD* digestOfTrailer(std::uint8_t identifier)
{
    switch (identifier) {
    case 0x33:
        return EVP_sha1();
    case 0x34:
        return EVP_sha256();
    case 0x35:
        return EVP_sha512();
    case 0x36:
        return EVP_sha384();
    case 0x38:
        return EVP_sha224();
    default:
        return nullptr;
    }
}

/// Where M1 begins: after "6A", or after "6B BB .. BA" when the message does not fill the block. Partial recovery only:
/// with total recovery ("4A") the challenge would not be under the signature.
std::size_t startOfMessage(ByteView recovered)
{
    if (recovered.empty() || (recovered[0] & 0xF0) != 0x60)
        return 0;
    if (recovered[0] == 0x6A)
        return 1;
    if (recovered[0] != 0x6B)
        return 0;
    std::size_t at = 1;
    while (at < recovered.size() && recovered[at] == 0xBB)
        ++at;
    return at < recovered.size() && recovered[at] == 0xBA ? at + 1 : 0;
}

bool hashFits(ByteView body, ByteView message, const EVP_MD* digest)
{
    const auto size = static_cast<std::size_t>(EVP_MD_get_size(digest));
    if (body.size() < size)
        return false;
    const ByteView m1 = body.first(body.size() - size);
    const ByteView expected = body.last(size);
    const DigestContext context(EVP_MD_CTX_new());
    Bytes hash(size);
    return EVP_DigestInit_ex(context.get(), digest, nullptr) == 1 &&
           EVP_DigestUpdate(context.get(), m1.data(), m1.size()) == 1 &&
           EVP_DigestUpdate(context.get(), message.data(), message.size()) == 1 &&
           EVP_DigestFinal_ex(context.get(), hash.data(), nullptr) == 1 &&
           std::equal(hash.begin(), hash.end(), expected.begin());
}

/// n - s: the signature may be the smaller of the two (ISO/IEC 9796-2, B.4).
Bytes complement(EVP_PKEY* key, ByteView recovered)
{
    BIGNUM* n = nullptr;
    EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_N, &n);
    const BignumHandle modulus(n);
    const BignumHandle value(BN_bin2bn(recovered.data(), static_cast<int>(recovered.size()), nullptr));
    Bytes result(recovered.size());
    if (!modulus || !value || BN_sub(value.get(), modulus.get(), value.get()) != 1 || BN_is_negative(value.get()) ||
        BN_bn2binpad(value.get(), result.data(), static_cast<int>(result.size())) < 0)
        return {};
    return result;
}

} // namespace

Result<std::string> checkIso9796Representative(ByteView recovered, ByteView message)
{
    // A modulus whose bit length is no multiple of 8 leaves zeros in front.
    while (!recovered.empty() && recovered.front() == 0)
        recovered = recovered.subspan(1);
    const std::size_t start = startOfMessage(recovered);
    if (start == 0 || recovered.size() < start + 2)
        return failed("header");
    if (recovered.back() == 0xBC) {
        // The implicit trailer stands for SHA-1; cards with longer digests use it too.
        const ByteView body = recovered.subspan(start, recovered.size() - start - 1);
        for (const EVP_MD* digest : {EVP_sha1(), EVP_sha256(), EVP_sha224(), EVP_sha384(), EVP_sha512()}) {
            if (hashFits(body, message, digest))
                return digestName(digest);
        }
        return failed("hash, trailer BC");
    }
    if (recovered.back() != 0xCC)
        return failed("trailer");
    const EVP_MD* digest = digestOfTrailer(recovered[recovered.size() - 2]);
    if (!digest)
        return failed("digest named in the trailer");
    if (!hashFits(recovered.subspan(start, recovered.size() - start - 2), message, digest))
        return failed("hash, " + digestName(digest));
    return digestName(digest);
}

Result<std::string> verifyIso9796(EVP_PKEY* key, ByteView message, ByteView signature)
{
    const auto recovered = rsaRecover(key, signature);
    if (!recovered)
        return failed("the signature is longer than the key");
    auto digest = checkIso9796Representative(*recovered, message);
    if (digest)
        return digest;
    auto other = checkIso9796Representative(complement(key, *recovered), message);
    return other ? other : digest;
}

} // namespace chinhchu::nfc
