#include "app/carrier/clock_offset.h"
#include "app/evidence/evidence.h"
#include "app/evidence/openssl_handles.h"
#include "app/evidence/payload_writer.h"
#include "app/settings/device_key_access.h"

#include <openssl/crypto.h>
#include <openssl/ec.h>

namespace chinhchu::app {

namespace {

tl::unexpected<Failure> sealingFailed(const char* step)
{
    return fail(FailureCode::SettingsInvalid, std::string("evidence: ") + step + ": " + opensslReason());
}

/// OpenSSL frees the enclosed content without wiping it.
void wipeContent(CMS_ContentInfo* cms)
{
    ASN1_OCTET_STRING** content = CMS_get0_content(cms);
    if (content && *content)
        OPENSSL_cleanse(const_cast<unsigned char*>(ASN1_STRING_get0_data(*content)),
                        static_cast<std::size_t>(ASN1_STRING_length(*content)));
}

/// SignedData with the CAdES attributes contentType, messageDigest, signingTime and signingCertificateV2
/// (ETSI EN 319 122-1, 5.2).
Result<Bytes> sign(const Bytes& payload, const Enrolment& enrolment)
{
    const auto key = deviceKey(enrolment);
    if (!key)
        return tl::unexpected(key.error());
    const CertificateHandle certificate = parseCertificate(enrolment.deviceCertificatePem);
    if (!certificate)
        return sealingFailed("device certificate");

    constexpr unsigned flags = CMS_BINARY | CMS_PARTIAL | CMS_CADES | CMS_NOSMIMECAP;
    const CmsHandle cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags));
    if (!cms || !CMS_add1_signer(cms.get(), certificate.get(), key->get(), EVP_sha256(), flags))
        return sealingFailed("signer");
    const BioHandle content = readOnlyBio(payload.data(), static_cast<qsizetype>(payload.size()));
    if (CMS_final(cms.get(), content.get(), nullptr, flags) != 1)
        return sealingFailed("signature");

    const int size = i2d_CMS_ContentInfo(cms.get(), nullptr);
    if (size <= 0)
        return sealingFailed("encoding of the signature");
    Bytes signedData(static_cast<std::size_t>(size));
    unsigned char* end = signedData.data();
    i2d_CMS_ContentInfo(cms.get(), &end);
    wipeContent(cms.get());
    return signedData;
}

/// ECDH with the SHA-256 key derivation: OpenSSL's default is SHA-1 (RFC 5753, 7.1.4).
bool addRecipient(CMS_ContentInfo* cms, X509* certificate)
{
    CMS_RecipientInfo* recipient = CMS_add1_recipient_cert(cms, certificate, CMS_KEY_PARAM);
    EVP_PKEY_CTX* context = recipient ? CMS_RecipientInfo_get0_pkey_ctx(recipient) : nullptr;
    return context && EVP_PKEY_CTX_set_ecdh_kdf_md(context, EVP_sha256()) == 1;
}

Result<QByteArray> envelope(const Bytes& signedData, const Enrolment& enrolment)
{
    const CertificateHandle recipient = parseCertificate(enrolment.carrierSealPem);
    if (!recipient)
        return sealingFailed("carrier certificate");

    constexpr unsigned flags = CMS_BINARY | CMS_PARTIAL;
    const CmsHandle cms(CMS_AuthEnvelopedData_create(EVP_aes_256_gcm()));
    if (!cms || !addRecipient(cms.get(), recipient.get()))
        return sealingFailed("recipient");
    CMS_set_detached(cms.get(), 0);
    const BioHandle content = readOnlyBio(signedData.data(), static_cast<qsizetype>(signedData.size()));
    if (CMS_final(cms.get(), content.get(), nullptr, flags) != 1)
        return sealingFailed("encryption");

    const int size = i2d_CMS_ContentInfo(cms.get(), nullptr);
    if (size <= 0)
        return sealingFailed("encoding of the envelope");
    QByteArray sealed(size, Qt::Uninitialized);
    auto* end = reinterpret_cast<unsigned char*>(sealed.data());
    i2d_CMS_ContentInfo(cms.get(), &end);
    return sealed;
}

} // namespace

Result<QByteArray> sealEvidence(const Evidence& evidence, const Enrolment& enrolment)
{
    const Bytes payload = writePayload(evidence, enrolment, trustedNow(evidence.carrierTime));
    const auto signedData = sign(payload, enrolment);
    if (!signedData)
        return tl::unexpected(signedData.error());
    return envelope(*signedData, enrolment);
}

} // namespace chinhchu::app
