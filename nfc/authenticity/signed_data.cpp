#include "nfc/authenticity/signed_data.h"

#include <openssl/err.h>

#include <array>

namespace chinhchu::nfc {
namespace {

std::string dotted(const ASN1_OBJECT* object)
{
    std::array<char, 80> text{};
    OBJ_obj2txt(text.data(), text.size(), object, 1);
    return text.data();
}

std::vector<CertificateHandle> certificatesIn(CMS_ContentInfo* cms)
{
    std::vector<CertificateHandle> certificates;
    const OpenSslHandle<STACK_OF(X509), [](STACK_OF(X509) * stack) { sk_X509_free(stack); }> stack(CMS_get1_certs(cms));
    for (int i = 0; i < sk_X509_num(stack.get()); ++i)
        certificates.emplace_back(sk_X509_value(stack.get(), i));
    return certificates;
}

/// How well a certificate fits the signer identifier: its own, only by its serial number, or not at all.
enum class Fit
{
    None,
    SerialOnly,
    Exact
};

Fit fit(CMS_SignerInfo* signer, X509* certificate)
{
    if (CMS_SignerInfo_cert_cmp(signer, certificate) == 0)
        return Fit::Exact;
    ASN1_OCTET_STRING* keyId = nullptr;
    X509_NAME* issuer = nullptr;
    ASN1_INTEGER* serial = nullptr;
    if (CMS_SignerInfo_get0_signer_id(signer, &keyId, &issuer, &serial) != 1)
        return Fit::None;
    if (serial)
        return ASN1_INTEGER_cmp(serial, X509_get0_serialNumber(certificate)) == 0 ? Fit::SerialOnly : Fit::None;
    // A key identifier, and a certificate that does not carry its own: RFC 5280, 4.2.1.2, method 1.
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> hash{};
    unsigned size = 0;
    if (X509_get0_subject_key_id(certificate) || !keyId ||
        X509_pubkey_digest(certificate, EVP_sha1(), hash.data(), &size) != 1)
        return Fit::None;
    const ByteView wanted(ASN1_STRING_get0_data(keyId), static_cast<std::size_t>(ASN1_STRING_length(keyId)));
    return std::equal(wanted.begin(), wanted.end(), hash.begin(), hash.begin() + size) ? Fit::Exact : Fit::None;
}

using Candidates = std::vector<std::pair<Fit, CertificateHandle>>;

/// The certificates in @p list that fit, exact ones first.
Candidates fitting(CMS_SignerInfo* signer, const std::vector<CertificateHandle>& list)
{
    Candidates found;
    for (const Fit wanted : {Fit::Exact, Fit::SerialOnly}) {
        for (const auto& certificate : list) {
            if (fit(signer, certificate.get()) == wanted)
                found.emplace_back(wanted, certificate);
        }
    }
    return found;
}

/// The signed attributes as they were signed: SET OF (tag 31) in the order received, which for honest signers is DER's.
Bytes attributesAsSigned(CMS_SignerInfo* signer)
{
    Bytes all;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i) {
        unsigned char* encoded = nullptr;
        const int size = i2d_X509_ATTRIBUTE(CMS_signed_get_attr(signer, i), &encoded);
        if (size > 0)
            all.insert(all.end(), encoded, encoded + size);
        OPENSSL_free(encoded);
    }
    unsigned char* header = nullptr;
    const int headerSize = ASN1_object_size(1, static_cast<int>(all.size()), V_ASN1_SET) - static_cast<int>(all.size());
    Bytes set(static_cast<std::size_t>(headerSize));
    header = set.data();
    ASN1_put_object(&header, 1, static_cast<int>(all.size()), V_ASN1_SET, V_ASN1_UNIVERSAL);
    set.insert(set.end(), all.begin(), all.end());
    return set;
}

/// The single value of a signed attribute that must be there exactly once (RFC 5652, 11.1 and 11.2).
const ASN1_TYPE* singleAttribute(CMS_SignerInfo* signer, int nid)
{
    const int at = CMS_signed_get_attr_by_NID(signer, nid, -1);
    if (at < 0 || CMS_signed_get_attr_by_NID(signer, nid, at) >= 0)
        return nullptr;
    X509_ATTRIBUTE* attribute = CMS_signed_get_attr(signer, at);
    return X509_ATTRIBUTE_count(attribute) == 1 ? X509_ATTRIBUTE_get0_type(attribute, 0) : nullptr;
}

Result<void> checkAttributes(CMS_SignerInfo* signer, const SignedData& data, const EVP_MD* digest)
{
    const ASN1_TYPE* type = singleAttribute(signer, NID_pkcs9_contentType);
    if (!type || type->type != V_ASN1_OBJECT)
        return fail(FailureCode::SodSignedAttributesInvalid, "content type is not among the signed attributes");
    if (dotted(type->value.object) != data.contentType)
        return fail(FailureCode::SodSignedAttributesInvalid, "the signed content type is another");
    const ASN1_TYPE* hash = singleAttribute(signer, NID_pkcs9_messageDigest);
    if (!hash || hash->type != V_ASN1_OCTET_STRING)
        return fail(FailureCode::SodSignedAttributesInvalid, "message digest is not among the signed attributes");
    const ASN1_OCTET_STRING* signedHash = hash->value.octet_string;
    Bytes actual(static_cast<std::size_t>(EVP_MD_get_size(digest)));
    EVP_Digest(data.content.data(), data.content.size(), actual.data(), nullptr, digest, nullptr);
    const ByteView expected(ASN1_STRING_get0_data(signedHash),
                            static_cast<std::size_t>(ASN1_STRING_length(signedHash)));
    if (!std::equal(expected.begin(), expected.end(), actual.begin(), actual.end()))
        return fail(FailureCode::SodContentHashMismatch, digestName(digest));
    return {};
}

std::optional<TimePoint> signingTimeOf(CMS_SignerInfo* signer)
{
    const ASN1_TYPE* time = singleAttribute(signer, NID_pkcs9_signingTime);
    if (!time || (time->type != V_ASN1_UTCTIME && time->type != V_ASN1_GENERALIZEDTIME))
        return std::nullopt;
    return timeOf(time->value.asn1_string);
}

Result<SignatureScheme> verifyWith(CMS_SignerInfo* signer, X509* certificate, const SignedData& data)
{
    X509_ALGOR* digestAlgorithm = nullptr;
    X509_ALGOR* signatureAlgorithm = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digestAlgorithm, &signatureAlgorithm);
    const EVP_MD* digest = acceptedDigest(OBJ_obj2nid(digestAlgorithm->algorithm));
    if (!digest)
        return fail(FailureCode::DigestNotAccepted, "digest " + dotted(digestAlgorithm->algorithm));

    const bool withAttributes = CMS_signed_get_attr_count(signer) >= 0;
    if (withAttributes) {
        if (const auto attributes = checkAttributes(signer, data, digest); !attributes)
            return tl::unexpected(attributes.error());
    }
    const ASN1_OCTET_STRING* value = CMS_SignerInfo_get0_signature(signer);
    const ByteView signature(ASN1_STRING_get0_data(value), static_cast<std::size_t>(ASN1_STRING_length(value)));
    const Bytes message = withAttributes ? attributesAsSigned(signer) : data.content;
    auto scheme = verifySignature(X509_get0_pubkey(certificate), signatureAlgorithm, digest, message, signature);
    if (scheme && !withAttributes)
        scheme->leniencies.emplace_back("no signed attributes");
    if (scheme && EVP_MD_get_type(digest) == NID_sha1)
        scheme->weakDigest = true;
    return scheme;
}

SignerOutcome verifySigner(CMS_SignerInfo* signer, const SignedData& data,
                           const std::function<std::vector<CertificateHandle>()>& known)
{
    SignerOutcome outcome{{},
                          fail(FailureCode::SignerCertificateMissing, "no certificate fits the signer identifier"),
                          signingTimeOf(signer)};
    Candidates candidates = fitting(signer, data.certificates);
    if (candidates.empty())
        candidates = fitting(signer, known());
    for (auto& [how, certificate] : candidates) {
        outcome.signature = verifyWith(signer, certificate.get(), data);
        outcome.certificate = certificate;
        if (!outcome.signature)
            continue;
        if (how == Fit::SerialOnly)
            outcome.signature->leniencies.emplace_back("the signer identifier names the issuer differently");
        break;
    }
    return outcome;
}

} // namespace

Result<SignedData> parseSignedData(ByteView bytes)
{
    const unsigned char* at = bytes.data();
    SignedData data;
    data.cms.reset(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(bytes.size())), CMS_ContentInfo_free);
    ERR_clear_error();
    if (!data.cms || OBJ_obj2nid(CMS_get0_type(data.cms.get())) != NID_pkcs7_signed)
        return fail(FailureCode::SodMalformed, "no CMS SignedData");
    ASN1_OCTET_STRING** content = CMS_get0_content(data.cms.get());
    if (!content || !*content)
        return fail(FailureCode::SodMalformed, "SignedData without content");
    const unsigned char* octets = ASN1_STRING_get0_data(*content);
    data.content.assign(octets, octets + ASN1_STRING_length(*content));
    data.contentType = dotted(CMS_get0_eContentType(data.cms.get()));
    data.certificates = certificatesIn(data.cms.get());
    return data;
}

std::vector<SignerOutcome> verifySigners(const SignedData& data,
                                         const std::function<std::vector<CertificateHandle>()>& known)
{
    std::vector<SignerOutcome> outcomes;
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(data.cms.get());
    for (int i = 0; i < sk_CMS_SignerInfo_num(signers); ++i)
        outcomes.push_back(verifySigner(sk_CMS_SignerInfo_value(signers, i), data, known));
    ERR_clear_error();
    return outcomes;
}

} // namespace chinhchu::nfc
