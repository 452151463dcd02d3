#include "nfc/authenticity/signature_check.h"
#include "nfc/authenticity/ecdsa_signature.h"
#include "nfc/authenticity/rsa_signature.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/objects.h>

#include <array>

namespace chinhchu::nfc {
namespace {

constexpr int minRsaBits = 1024;
constexpr int minCurveBits = 160;

/// What a signature algorithm identifier declares.
struct Declared
{
    enum class Kind
    {
        RsaPkcs1,
        RsaPss,
        Ecdsa,
        EcdsaPlain
    } kind = Kind::RsaPkcs1;
    const EVP_MD* digest = nullptr;
    const X509_ALGOR* pss = nullptr;
};

std::string oidText(const ASN1_OBJECT* object)
{
    std::array<char, 80> text{};
    OBJ_obj2txt(text.data(), text.size(), object, 1);
    return text.data();
}

/// BSI TR-03111, 5.2.1: id-ecdsa-plain-SHA*, which OpenSSL has no numbers for.
const EVP_MD* plainEcdsaDigest(const std::string& oid)
{
    const std::string prefix = "0.4.0.127.0.7.1.1.4.1.";
    if (oid.rfind(prefix, 0) != 0 || oid.size() != prefix.size() + 1)
        return nullptr;
    switch (oid.back()) {
    case '1':
        return EVP_sha1();
    case '2':
        return EVP_sha224();
    case '3':
        return EVP_sha256();
    case '4':
        return EVP_sha384();
    case '5':
        return EVP_sha512();
    default:
        return nullptr;
    }
}

/// ecdsa-with-Recommended and ecdsa-with-Specified carry no digest of their own, or carry it as a parameter (X9.62,
/// E.8).
const EVP_MD* specifiedDigest(const X509_ALGOR* algorithm, const EVP_MD* hint)
{
    int type = V_ASN1_UNDEF;
    const void* value = nullptr;
    X509_ALGOR_get0(nullptr, &type, &value, algorithm);
    if (type != V_ASN1_SEQUENCE)
        return hint;
    const auto* sequence = static_cast<const ASN1_STRING*>(value);
    const unsigned char* at = ASN1_STRING_get0_data(sequence);
    const AlgorithmHandle inner(d2i_X509_ALGOR(nullptr, &at, ASN1_STRING_length(sequence)));
    return inner ? acceptedDigest(OBJ_obj2nid(inner->algorithm)) : hint;
}

Result<Declared> declaredBy(const X509_ALGOR* algorithm, const EVP_MD* hint)
{
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    const int nid = OBJ_obj2nid(object);
    const std::string oid = oidText(object);
    if (const EVP_MD* plain = plainEcdsaDigest(oid))
        return Declared{Declared::Kind::EcdsaPlain, plain, nullptr};
    switch (nid) {
    case NID_rsassaPss:
        return Declared{Declared::Kind::RsaPss, hint, algorithm};
    case NID_rsaEncryption:
        return Declared{Declared::Kind::RsaPkcs1, hint, nullptr};
    case NID_X9_62_id_ecPublicKey:
        return Declared{Declared::Kind::Ecdsa, hint, nullptr};
    case NID_ecdsa_with_Recommended:
    case NID_ecdsa_with_Specified:
        return Declared{Declared::Kind::Ecdsa, specifiedDigest(algorithm, hint), nullptr};
    default:
        break;
    }
    int digestNid = NID_undef;
    int keyNid = NID_undef;
    if (!OBJ_find_sigid_algs(nid, &digestNid, &keyNid))
        return fail(FailureCode::SignatureAlgorithmUnknown, "signature algorithm " + oid);
    const EVP_MD* digest = acceptedDigest(digestNid);
    if (!digest)
        return fail(FailureCode::DigestNotAccepted, "digest of signature algorithm " + oid);
    if (keyNid == NID_rsaEncryption)
        return Declared{Declared::Kind::RsaPkcs1, digest, nullptr};
    if (keyNid == NID_X9_62_id_ecPublicKey)
        return Declared{Declared::Kind::Ecdsa, digest, nullptr};
    return fail(FailureCode::SignatureAlgorithmUnknown, "signature algorithm " + oid);
}

Result<SignatureScheme> verifyRsa(EVP_PKEY* key, const Declared& declared, ByteView message, ByteView signature)
{
    const bool pss = declared.kind == Declared::Kind::RsaPss;
    if (pss) {
        auto asDeclared = verifyRsaPss(key, declared.pss, declared.digest, message, signature);
        if (asDeclared || asDeclared.error().code != FailureCode::SodSignatureInvalid)
            return asDeclared;
    }
    auto plain = verifyRsaPkcs1(key, declared.digest, message, signature);
    if (plain) {
        if (pss)
            plain->leniencies.emplace_back("PKCS #1 v1.5 signature under the identifier of RSASSA-PSS");
        return plain;
    }
    if (pss)
        return plain;
    auto other = verifyRsaPss(key, nullptr, declared.digest, message, signature);
    if (!other)
        return plain;
    other->leniencies.emplace_back("RSASSA-PSS signature under a plain RSA identifier");
    return other;
}

} // namespace

const EVP_MD* acceptedDigest(int nid)
{
    switch (nid) {
    case NID_sha1:
    case NID_sha224:
    case NID_sha256:
    case NID_sha384:
    case NID_sha512:
    case NID_sha3_224:
    case NID_sha3_256:
    case NID_sha3_384:
    case NID_sha3_512:
        return EVP_get_digestbynid(nid);
    default:
        return nullptr;
    }
}

std::string digestName(const EVP_MD* digest)
{
    switch (EVP_MD_get_type(digest)) {
    case NID_sha1:
        return "SHA-1";
    case NID_sha224:
        return "SHA-224";
    case NID_sha256:
        return "SHA-256";
    case NID_sha384:
        return "SHA-384";
    case NID_sha512:
        return "SHA-512";
    default:
        return EVP_MD_get0_name(digest);
    }
}

std::string keyName(EVP_PKEY* key)
{
    if (!key)
        return "unreadable key";
    const int type = EVP_PKEY_get_base_id(key);
    if (type == EVP_PKEY_RSA || type == EVP_PKEY_RSA_PSS)
        return "RSA " + std::to_string(EVP_PKEY_get_bits(key));
    std::array<char, 64> curve{};
    std::size_t size = 0;
    if (type == EVP_PKEY_EC && EVP_PKEY_get_group_name(key, curve.data(), curve.size(), &size) == 1)
        return std::string(curve.data(), size);
    return "unknown key";
}

Result<void> checkKey(EVP_PKEY* key)
{
    if (!key)
        return fail(FailureCode::KeyUnreadable, "public key");
    const int type = EVP_PKEY_get_base_id(key);
    const int bits = EVP_PKEY_get_bits(key);
    if (type == EVP_PKEY_RSA || type == EVP_PKEY_RSA_PSS) {
        if (bits < minRsaBits)
            return fail(FailureCode::KeyTooWeak, "RSA " + std::to_string(bits));
        return {};
    }
    if (type != EVP_PKEY_EC)
        return fail(FailureCode::SignatureAlgorithmUnknown, "neither an RSA nor an EC key");
    // Explicit parameters are accepted only when OpenSSL found them to be, number for number, those of a known curve:
    // a generator of one's own choice would fit any public key.
    std::array<char, 64> curve{};
    std::size_t size = 0;
    if (EVP_PKEY_get_group_name(key, curve.data(), curve.size(), &size) != 1)
        return fail(FailureCode::CurveNotKnown, "explicit parameters of no known curve");
    if (bits < minCurveBits)
        return fail(FailureCode::KeyTooWeak, std::string(curve.data(), size));
    return {};
}

Result<SignatureScheme> verifySignature(EVP_PKEY* key, const X509_ALGOR* algorithm, const EVP_MD* digestHint,
                                        ByteView message, ByteView signature)
{
    if (const auto usable = checkKey(key); !usable)
        return tl::unexpected(usable.error());
    const auto declared = declaredBy(algorithm, digestHint);
    if (!declared)
        return tl::unexpected(declared.error());
    if (!declared->digest && declared->kind != Declared::Kind::RsaPss)
        return fail(FailureCode::DigestNotAccepted, "no accepted digest is declared");

    const bool rsaDeclared = declared->kind == Declared::Kind::RsaPkcs1 || declared->kind == Declared::Kind::RsaPss;
    const bool rsaKey = EVP_PKEY_get_base_id(key) != EVP_PKEY_EC;
    if (rsaDeclared != rsaKey)
        return fail(FailureCode::SodSignatureInvalid,
                    "the algorithm declared does not fit the key (" + keyName(key) + ")");
    auto scheme =
        rsaKey ? verifyRsa(key, *declared, message, signature)
               : verifyEcdsa(key, declared->digest, declared->kind == Declared::Kind::EcdsaPlain, message, signature);
    ERR_clear_error();
    return scheme;
}

} // namespace chinhchu::nfc
