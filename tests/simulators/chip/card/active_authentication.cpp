#include "tests/simulators/chip/card/active_authentication.h"

#include "tests/simulators/chip/wire/big_number.h"

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/rsa.h>

namespace chinhchu::chip {

namespace {

using SignContext = std::unique_ptr<EVP_PKEY_CTX, Freeing<EVP_PKEY_CTX_free>>;

Bytes signRaw(const Key& key, ByteView data, int rsaPadding)
{
    const SignContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    check(EVP_PKEY_sign_init(context.get()), "signature");
    if (rsaPadding != 0)
        check(EVP_PKEY_CTX_set_rsa_padding(context.get(), rsaPadding), "padding");
    std::size_t size = 0;
    check(EVP_PKEY_sign(context.get(), nullptr, &size, data.data(), data.size()), "signature");
    Bytes signature(size);
    check(EVP_PKEY_sign(context.get(), signature.data(), &size, data.data(), data.size()), "signature");
    signature.resize(size);
    return signature;
}

// r and s side by side, each as long as the order (BSI TR-03111, 5.2.1).
Bytes plainFormat(const Key& key, ByteView der)
{
    const std::uint8_t* at = der.data();
    const std::unique_ptr<ECDSA_SIG, Freeing<ECDSA_SIG_free>> signature(
        d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    check(signature != nullptr, "ECDSA signature");
    BIGNUM* order = nullptr;
    check(EVP_PKEY_get_bn_param(key.get(), OSSL_PKEY_PARAM_EC_ORDER, &order), "order of the curve");
    const int size = BN_num_bytes(Big(order).get());
    return join({bytesOf(ECDSA_SIG_get0_r(signature.get()), size), bytesOf(ECDSA_SIG_get0_s(signature.get()), size)});
}

} // namespace

Bytes recoverableMessage(std::size_t modulusBytes, const std::string& digestName, ByteView challenge,
                         const Randomness& random)
{
    const std::string size = digestName.substr(3);
    const Bytes trailer = fromHex(size == "1"     ? "BC"
                                  : size == "224" ? "38CC"
                                  : size == "256" ? "34CC"
                                  : size == "384" ? "36CC"
                                                  : "35CC");
    const std::size_t hashSize = digest(digestName, {}).size();
    if (modulusBytes < hashSize + trailer.size() + 2)
        throw LabError("the RSA key is too short for " + digestName);
    const Bytes recoverable = random(modulusBytes - hashSize - trailer.size() - 1);
    const Bytes hash = digest(digestName, join({recoverable, challenge}));
    return join({Bytes{0x6A}, recoverable, hash, trailer});
}

Bytes signChallenge(const Key& key, const Profile::ActiveAuthentication& how, ByteView challenge,
                    const Randomness& random)
{
    if (EVP_PKEY_is_a(key.get(), "RSA")) {
        const auto modulus = static_cast<std::size_t>(EVP_PKEY_get_size(key.get()));
        return signRaw(key, recoverableMessage(modulus, how.digest, challenge, random), RSA_NO_PADDING);
    }
    const Bytes der = signRaw(key, digest(how.digest, challenge), 0);
    return how.encoding == "der" ? der : plainFormat(key, der);
}

} // namespace chinhchu::chip
