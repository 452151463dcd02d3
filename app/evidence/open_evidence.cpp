#include "app/evidence/opened_evidence.h"
#include "app/evidence/openssl_handles.h"
#include "app/settings/credentials_check.h"

namespace chinhchu::app {

namespace {

constexpr std::size_t LargestEvidence = 64 * 1024 * 1024;

CmsHandle parseCms(ByteView der)
{
    const unsigned char* position = der.data();
    CmsHandle cms(d2i_CMS_ContentInfo(nullptr, &position, static_cast<long>(der.size())));
    return cms && position == der.data() + der.size() ? std::move(cms) : nullptr;
}

Bytes takeBytes(BIO* memory)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(memory, &data);
    Bytes bytes(data, data + size);
    OPENSSL_cleanse(data, static_cast<std::size_t>(size));
    return bytes;
}

Result<Bytes> decrypt(ByteView sealed, const QByteArray& sealKeyPem)
{
    const KeyHandle key = parseKey(sealKeyPem);
    if (!key)
        return fail(FailureCode::FileUnreadable, "the key is no private key in PEM");
    const CmsHandle cms = parseCms(sealed);
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_id_smime_ct_authEnvelopedData)
        return fail(FailureCode::EvidenceUnreadable, "not an AuthEnvelopedData");
    const BioHandle plain(BIO_new(BIO_s_mem()));
    if (CMS_decrypt(cms.get(), key.get(), nullptr, nullptr, plain.get(), CMS_BINARY) != 1)
        return fail(FailureCode::EvidenceUnreadable, opensslReason());
    return takeBytes(plain.get());
}

/// Signature and CAdES attributes. One signer, no more: of two nobody could say who captured it.
Result<Bytes> verifySignature(CMS_ContentInfo* cms, X509_STORE* authority)
{
    if (sk_CMS_SignerInfo_num(CMS_get0_SignerInfos(cms)) != 1)
        return fail(FailureCode::EvidenceSignatureInvalid, "there must be one signer");
    const BioHandle content(BIO_new(BIO_s_mem()));
    if (CMS_verify(cms, nullptr, authority, nullptr, content.get(), CMS_BINARY | CMS_CADES) != 1)
        return fail(FailureCode::EvidenceSignatureInvalid, opensslReason());
    return takeBytes(content.get());
}

StoreHandle storeWith(const QByteArray& authorityPem)
{
    const CertificateHandle authority = parseCertificate(authorityPem);
    StoreHandle store(X509_STORE_new());
    if (!authority || X509_STORE_add_cert(store.get(), authority.get()) != 1)
        return nullptr;
    // The certificate is judged as a signer's, not as one for mail.
    X509_STORE_set_purpose(store.get(), X509_PURPOSE_ANY);
    return store;
}

/// Who holds no authority may still read: the enclosed certificates stand for themselves. (CMS_NO_SIGNER_CERT_VERIFY
/// does not help, for OpenSSL builds the chain all the same when it compares the certificate with
/// signingCertificateV2.)
StoreHandle storeOfTheEnclosed(CMS_ContentInfo* cms)
{
    StoreHandle store(X509_STORE_new());
    STACK_OF(X509)* enclosed = CMS_get1_certs(cms);
    for (int i = 0; i < sk_X509_num(enclosed); ++i)
        X509_STORE_add_cert(store.get(), sk_X509_value(enclosed, i));
    sk_X509_pop_free(enclosed, X509_free);
    X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_NO_CHECK_TIME);
    X509_STORE_set_purpose(store.get(), X509_PURPOSE_ANY);
    return store;
}

/// Who signed, and at whose point of service the certificate puts the device.
void describeSigner(CMS_ContentInfo* cms, OpenedEvidence& opened)
{
    STACK_OF(X509)* signers = CMS_get0_signers(cms);
    if (sk_X509_num(signers) == 1) { // verifySignature() lets no other number through
        const X509* signer = sk_X509_value(signers, 0);
        opened.signerName = commonName(signer);
        if (hasUnit(signer, CarrierOwnPointsUnit))
            opened.signerPoint = Enrolment::Point::CarrierOwn;
        // Every unit counts: a demonstration's mark cannot be hidden behind another.
        if (hasUnit(signer, DemoDevicesUnit))
            opened.signerKind = Enrolment::Kind::Demo;
        else if (hasUnit(signer, DevicesUnit))
            opened.signerKind = Enrolment::Kind::Production;
    }
    sk_X509_free(signers);
}

} // namespace

Result<OpenedEvidence> openEvidence(ByteView sealed, const EvidenceKeys& keys)
{
    if (sealed.size() > LargestEvidence)
        return fail(FailureCode::EvidenceUnreadable, "too large");
    const auto signedData = decrypt(sealed, keys.sealKeyPem);
    if (!signedData)
        return tl::unexpected(signedData.error());

    const CmsHandle cms = parseCms(*signedData);
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
        return fail(FailureCode::EvidenceSignatureInvalid, "not a SignedData");
    const bool authorityGiven = !keys.deviceAuthorityPem.isEmpty();
    const StoreHandle authority = authorityGiven ? storeWith(keys.deviceAuthorityPem) : storeOfTheEnclosed(cms.get());
    if (!authority)
        return fail(FailureCode::FileUnreadable, "the device authority is no certificate in PEM");
    auto payload = verifySignature(cms.get(), authority.get());
    if (!payload)
        return tl::unexpected(payload.error());

    auto opened = readPayload(*std::move(payload));
    if (opened) {
        describeSigner(cms.get(), *opened);
        opened->signerTrusted = authorityGiven;
    }
    return opened;
}

} // namespace chinhchu::app
