#include "evidence/envelope.h"

namespace chinhchu::sandbox {

namespace {

[[noreturn]] void refuse(const char* code, const char* what)
{
    throw EnvelopeError{QString::fromLatin1(code),
                        QString::fromLatin1(what) + QStringLiteral(": ") + QString::fromStdString(opensslComplaint())};
}

CmsPtr parse(const QByteArray& der, int type, const char* code)
{
    const auto* data = reinterpret_cast<const unsigned char*>(der.constData());
    const auto* const begin = data;
    CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &data, long(der.size())));
    if (!cms || data - begin != der.size() || OBJ_obj2nid(CMS_get0_type(cms.get())) != type)
        refuse(code, "not the CMS structure that was promised");
    return cms;
}

QByteArray takeContents(BIO* bio)
{
    char* data = nullptr;
    const long length = BIO_get_mem_data(bio, &data);
    return QByteArray(data, length);
}

QByteArray decrypt(const QByteArray& sealed, const Identity& seal)
{
    const CmsPtr cms = parse(sealed, NID_id_smime_ct_authEnvelopedData, "ENVELOPE_UNREADABLE");
    const BioPtr plain(BIO_new(BIO_s_mem()));
    // GCM: nothing is believed before the tag was right, and CMS_decrypt fails if it is not.
    if (CMS_decrypt(cms.get(), seal.key.get(), seal.certificate.get(), nullptr, plain.get(), 0) != 1)
        refuse("ENVELOPE_UNREADABLE", "cannot decrypt");
    return takeContents(plain.get());
}

StorePtr storeWith(X509* authority)
{
    StorePtr store(X509_STORE_new());
    X509_STORE_add_cert(store.get(), authority);
    X509_STORE_set_purpose(store.get(), X509_PURPOSE_ANY);
    return store;
}

/// One signer with SHA-256: what the format asks for.
void demandPlainSigner(CMS_ContentInfo* cms)
{
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms);
    if (sk_CMS_SignerInfo_num(signers) != 1)
        refuse("SIGNATURE_INVALID", "there must be one signer");
    X509_ALGOR* digest = nullptr;
    CMS_SignerInfo_get0_algs(sk_CMS_SignerInfo_value(signers, 0), nullptr, nullptr, &digest, nullptr);
    const ASN1_OBJECT* oid = nullptr;
    X509_ALGOR_get0(&oid, nullptr, nullptr, digest);
    if (OBJ_obj2nid(oid) != NID_sha256)
        refuse("SIGNATURE_INVALID", "the digest must be SHA-256");
}

} // namespace

OpenedEnvelope openEnvelope(const QByteArray& sealed, const Authority& authority)
{
    const CmsPtr cms = parse(decrypt(sealed, authority.seal()), NID_pkcs7_signed, "SIGNATURE_INVALID");
    demandPlainSigner(cms.get());
    const StorePtr store = storeWith(authority.certificate());
    const BioPtr content(BIO_new(BIO_s_mem()));
    // CMS_CADES: the certificate must be named by a signed attribute, so that it cannot be exchanged (RFC 5035).
    if (CMS_verify(cms.get(), nullptr, store.get(), nullptr, content.get(), CMS_BINARY | CMS_CADES) != 1)
        refuse("SIGNATURE_INVALID", "the signature is not a device's");

    STACK_OF(X509)* signers = CMS_get0_signers(cms.get());
    OpenedEnvelope opened;
    if (signers != nullptr) {
        opened.signer = authority.deviceNamedBy(sk_X509_value(signers, 0));
        opened.point = Authority::pointNamedBy(sk_X509_value(signers, 0));
    }
    sk_X509_free(signers);
    if (opened.signer.isEmpty())
        refuse("SIGNATURE_INVALID", "the signer is not a device");
    opened.payload = takeContents(content.get());
    return opened;
}

} // namespace chinhchu::sandbox
