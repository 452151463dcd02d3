#include "nfc/authenticity/ecdsa_signature.h"

namespace chinhchu::nfc {
namespace {

/// r and s, each half of @p signature, as DER; empty if the halves are uneven or longer than the curve allows.
Bytes derFromPlain(ByteView signature, EVP_PKEY* key)
{
    const auto fieldSize = static_cast<std::size_t>(EVP_PKEY_get_bits(key) + 7) / 8;
    const std::size_t half = signature.size() / 2;
    if (signature.empty() || signature.size() % 2 != 0 || half > fieldSize + 1)
        return {};
    const EcdsaSignatureHandle pair(ECDSA_SIG_new());
    BignumHandle r(BN_bin2bn(signature.data(), static_cast<int>(half), nullptr));
    BignumHandle s(BN_bin2bn(signature.data() + half, static_cast<int>(half), nullptr));
    if (!pair || !r || !s || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1)
        return {};
    (void)r.release(); // now owned by the pair
    (void)s.release();
    unsigned char* encoded = nullptr;
    const int size = i2d_ECDSA_SIG(pair.get(), &encoded);
    Bytes der(encoded, encoded + (size > 0 ? size : 0));
    OPENSSL_free(encoded);
    return der;
}

bool derVerifies(EVP_PKEY* key, ByteView hash, ByteView signature)
{
    const KeyContext context(EVP_PKEY_CTX_new(key, nullptr));
    return !signature.empty() && EVP_PKEY_verify_init(context.get()) == 1 &&
           EVP_PKEY_verify(context.get(), signature.data(), signature.size(), hash.data(), hash.size()) == 1;
}

} // namespace

Result<SignatureScheme> verifyEcdsa(EVP_PKEY* key, const EVP_MD* digest, bool plain, ByteView message,
                                    ByteView signature)
{
    SignatureScheme scheme{
        "ECDSA " + digestName(digest) + ", " + keyName(key), EVP_MD_get_type(digest) == NID_sha1, {}};
    Bytes hash(static_cast<std::size_t>(EVP_MD_get_size(digest)));
    EVP_Digest(message.data(), message.size(), hash.data(), nullptr, digest, nullptr);
    const bool asDer = derVerifies(key, hash, signature);
    if (!asDer && !derVerifies(key, hash, derFromPlain(signature, key)))
        return fail(FailureCode::SodSignatureInvalid, scheme.name);
    if (asDer == plain)
        scheme.leniencies.emplace_back(asDer ? "DER signature under the identifier of plain ECDSA"
                                             : "plain signature under an identifier of DER ECDSA");
    return scheme;
}

} // namespace chinhchu::nfc
