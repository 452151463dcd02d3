#include "nfc/authenticity/rsa_signature.h"

#include <openssl/core_names.h>
#include <openssl/param_build.h>

#include <algorithm>

namespace chinhchu::nfc {
namespace {

tl::unexpected<Failure> invalid(std::string detail)
{
    return fail(FailureCode::SodSignatureInvalid, std::move(detail));
}

/// An RSASSA-PSS key refuses every other padding; the same numbers as a plain RSA key do not.
KeyHandle plainRsaKey(EVP_PKEY* key)
{
    BIGNUM* n = nullptr;
    BIGNUM* e = nullptr;
    const bool read = EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_N, &n) == 1 &&
                      EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &e) == 1;
    const BignumHandle modulus(n), exponent(e);
    const OpenSslHandle<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> builder(OSSL_PARAM_BLD_new());
    if (!read || !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n) ||
        !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e))
        return {};
    const OpenSslHandle<OSSL_PARAM, OSSL_PARAM_free> parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY* plain = nullptr;
    if (EVP_PKEY_fromdata_init(context.get()) == 1)
        EVP_PKEY_fromdata(context.get(), &plain, EVP_PKEY_PUBLIC_KEY, parameters.get());
    return KeyHandle(plain);
}

Bytes digestOf(const EVP_MD* digest, ByteView message)
{
    Bytes value(static_cast<std::size_t>(EVP_MD_get_size(digest)));
    EVP_Digest(message.data(), message.size(), value.data(), nullptr, digest, nullptr);
    return value;
}

/// DigestInfo (RFC 8017, A.2.4) with the algorithm's parameters left out, as some signers make it.
Bytes digestInfoWithoutNull(const EVP_MD* digest, ByteView hash)
{
    const ASN1_OBJECT* object = OBJ_nid2obj(EVP_MD_get_type(digest));
    unsigned char* encoded = nullptr;
    const int size = i2d_ASN1_OBJECT(object, &encoded);
    const Bytes oid(encoded, encoded + std::max(size, 0));
    OPENSSL_free(encoded);
    Bytes info = {0x30, static_cast<std::uint8_t>(oid.size() + 4 + hash.size()), 0x30,
                  static_cast<std::uint8_t>(oid.size())};
    info.insert(info.end(), oid.begin(), oid.end());
    info.push_back(0x04);
    info.push_back(static_cast<std::uint8_t>(hash.size()));
    info.insert(info.end(), hash.begin(), hash.end());
    return info;
}

/// EMSA-PKCS1-v1_5: 00 01 FF .. FF 00 DigestInfo, at least eight FF.
bool isPaddedWith(const Bytes& recovered, const Bytes& info)
{
    if (recovered.size() < info.size() + 11 || recovered[0] != 0 || recovered[1] != 1)
        return false;
    const auto separator = recovered.end() - static_cast<std::ptrdiff_t>(info.size()) - 1;
    return *separator == 0 && std::all_of(recovered.begin() + 2, separator, [](auto b) { return b == 0xFF; }) &&
           std::equal(info.begin(), info.end(), separator + 1);
}

/// Parameters of RSASSA-PSS as declared; an absent field has the default of RFC 8017, A.2.3.
struct PssShape
{
    const EVP_MD* digest = nullptr;
    const EVP_MD* mask = nullptr;
    int saltLength = RSA_PSS_SALTLEN_AUTO;
};

const EVP_MD* digestOfAlgorithm(const X509_ALGOR* algorithm)
{
    return algorithm ? acceptedDigest(OBJ_obj2nid(algorithm->algorithm)) : EVP_sha1();
}

const EVP_MD* maskDigest(const X509_ALGOR* mask)
{
    if (!mask)
        return EVP_sha1();
    if (OBJ_obj2nid(mask->algorithm) != NID_mgf1 || !mask->parameter || mask->parameter->type != V_ASN1_SEQUENCE)
        return nullptr;
    const ASN1_STRING* sequence = mask->parameter->value.sequence;
    const unsigned char* at = ASN1_STRING_get0_data(sequence);
    const AlgorithmHandle inner(d2i_X509_ALGOR(nullptr, &at, ASN1_STRING_length(sequence)));
    return inner ? digestOfAlgorithm(inner.get()) : nullptr;
}

Result<PssShape> pssShape(const X509_ALGOR* algorithm, const EVP_MD* hint, std::vector<std::string>& leniencies)
{
    int type = V_ASN1_UNDEF;
    const void* value = nullptr;
    if (algorithm)
        X509_ALGOR_get0(nullptr, &type, &value, algorithm);
    if (type != V_ASN1_SEQUENCE) {
        if (!hint)
            return fail(FailureCode::DigestNotAccepted, "RSASSA-PSS without parameters");
        if (algorithm)
            leniencies.emplace_back("RSASSA-PSS parameters absent");
        return PssShape{hint, hint, RSA_PSS_SALTLEN_AUTO};
    }
    const auto* sequence = static_cast<const ASN1_STRING*>(value);
    const unsigned char* at = ASN1_STRING_get0_data(sequence);
    const PssParameters parameters(d2i_RSA_PSS_PARAMS(nullptr, &at, ASN1_STRING_length(sequence)));
    if (!parameters)
        return fail(FailureCode::SignatureAlgorithmUnknown, "RSASSA-PSS parameters cannot be read");
    PssShape shape{digestOfAlgorithm(parameters->hashAlgorithm), maskDigest(parameters->maskGenAlgorithm), 20};
    if (!shape.digest || !shape.mask)
        return fail(FailureCode::DigestNotAccepted, "digest of RSASSA-PSS");
    if (parameters->saltLength)
        shape.saltLength = static_cast<int>(ASN1_INTEGER_get(parameters->saltLength));
    if (shape.saltLength < 0 || shape.saltLength > 512)
        return fail(FailureCode::SignatureAlgorithmUnknown, "salt length of RSASSA-PSS");
    if (parameters->trailerField && ASN1_INTEGER_get(parameters->trailerField) != 1)
        return fail(FailureCode::SignatureAlgorithmUnknown, "trailer field of RSASSA-PSS");
    return shape;
}

bool pssVerifies(EVP_PKEY* key, const PssShape& shape, ByteView message, ByteView signature)
{
    const Bytes hash = digestOf(shape.digest, message);
    const KeyContext context(EVP_PKEY_CTX_new(key, nullptr));
    return EVP_PKEY_verify_init(context.get()) == 1 &&
           EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_signature_md(context.get(), shape.digest) == 1 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), shape.mask) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(context.get(), shape.saltLength) == 1 &&
           EVP_PKEY_verify(context.get(), signature.data(), signature.size(), hash.data(), hash.size()) == 1;
}

} // namespace

std::optional<Bytes> rsaRecover(EVP_PKEY* key, ByteView signature)
{
    const KeyHandle plain = plainRsaKey(key);
    const auto size = static_cast<std::size_t>(EVP_PKEY_get_size(key));
    // Leading zeros come and go: some chips drop them, some add one.
    while (signature.size() > size && signature.front() == 0)
        signature = signature.subspan(1);
    if (!plain || signature.size() > size)
        return std::nullopt;
    Bytes padded(size - signature.size());
    padded.insert(padded.end(), signature.begin(), signature.end());
    Bytes recovered(size);
    std::size_t recoveredSize = size;
    const KeyContext context(EVP_PKEY_CTX_new(plain.get(), nullptr));
    if (EVP_PKEY_verify_recover_init(context.get()) != 1 ||
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING) != 1 ||
        EVP_PKEY_verify_recover(context.get(), recovered.data(), &recoveredSize, padded.data(), padded.size()) != 1 ||
        recoveredSize != size)
        return std::nullopt;
    return recovered;
}

Result<SignatureScheme> verifyRsaPkcs1(EVP_PKEY* key, const EVP_MD* digest, ByteView message, ByteView signature)
{
    if (!digest)
        return invalid("no digest for PKCS #1 v1.5");
    SignatureScheme scheme{
        "RSASSA-PKCS1-v1_5 " + digestName(digest) + ", " + keyName(key), EVP_MD_get_type(digest) == NID_sha1, {}};
    const Bytes hash = digestOf(digest, message);
    const KeyHandle plain = plainRsaKey(key);
    const KeyContext context(plain ? EVP_PKEY_CTX_new(plain.get(), nullptr) : nullptr);
    if (context && EVP_PKEY_verify_init(context.get()) == 1 &&
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1 &&
        EVP_PKEY_CTX_set_signature_md(context.get(), digest) == 1 &&
        EVP_PKEY_verify(context.get(), signature.data(), signature.size(), hash.data(), hash.size()) == 1)
        return scheme;
    const auto recovered = rsaRecover(key, signature);
    if (!recovered || !isPaddedWith(*recovered, digestInfoWithoutNull(digest, hash)))
        return invalid(scheme.name);
    scheme.leniencies.emplace_back("digest parameters absent in the signature");
    return scheme;
}

Result<SignatureScheme> verifyRsaPss(EVP_PKEY* key, const X509_ALGOR* algorithm, const EVP_MD* digest, ByteView message,
                                     ByteView signature)
{
    SignatureScheme scheme;
    const auto shape = pssShape(algorithm, digest, scheme.leniencies);
    if (!shape)
        return tl::unexpected(shape.error());
    scheme.name = "RSASSA-PSS " + digestName(shape->digest) + ", " + keyName(key);
    scheme.weakDigest = EVP_MD_get_type(shape->digest) == NID_sha1;
    if (shape->mask != shape->digest)
        scheme.name += ", mask " + digestName(shape->mask);
    // A key of type RSASSA-PSS may carry restrictions that its own signer ignores; the numbers decide.
    const KeyHandle plain = plainRsaKey(key);
    if (!plain)
        return invalid(scheme.name);
    if (pssVerifies(plain.get(), *shape, message, signature))
        return scheme;
    PssShape anySalt = *shape;
    anySalt.saltLength = RSA_PSS_SALTLEN_AUTO;
    if (!pssVerifies(plain.get(), anySalt, message, signature))
        return invalid(scheme.name);
    scheme.leniencies.emplace_back("salt length is not the one declared");
    return scheme;
}

} // namespace chinhchu::nfc
