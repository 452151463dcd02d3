#include "emrtd/security_object.h"

#include "emrtd/der.h"

#include <openssl/objects.h>

#include <ctime>

namespace chinhchu::sandbox {

namespace {

constexpr quint32 sodTag = 0x77;
constexpr const char* ldsSecurityObject = "2.23.136.1.1.1";

/// Clears the complaints that are none here.
int forgive(int fine, X509_STORE_CTX* context)
{
    if (fine == 1)
        return 1;
    bool forgiven = false;
    switch (X509_STORE_CTX_get_error(context)) {
    case X509_V_ERR_EC_KEY_EXPLICIT_PARAMS: {
        // Real signers spell their curve out; that is no harm where the parameters are those of a known curve.
        char name[64];
        size_t length = 0;
        EVP_PKEY* key = X509_get0_pubkey(X509_STORE_CTX_get_current_cert(context));
        forgiven = key != nullptr && EVP_PKEY_get_group_name(key, name, sizeof name, &length) == 1 && length > 0;
        break;
    }
    case X509_V_ERR_UNABLE_TO_GET_CRL: // a state without a list, or a list that is late, is this carrier's risk
    case X509_V_ERR_CRL_HAS_EXPIRED:
    case X509_V_ERR_CRL_NOT_YET_VALID: // judged at a day before the list; what it names is revoked all the same
        forgiven = true;
        break;
    default:
        break;
    }
    if (forgiven)
        X509_STORE_CTX_set_error(context, X509_V_OK);
    return forgiven ? 1 : 0;
}

StorePtr storeOf(const AnchorSet& anchors)
{
    StorePtr store(X509_STORE_new());
    for (int i = 0; i < sk_X509_num(anchors.certificates.get()); ++i)
        X509_STORE_add_cert(store.get(), sk_X509_value(anchors.certificates.get(), i));
    for (int i = 0; i < sk_X509_CRL_num(anchors.revocations.get()); ++i)
        X509_STORE_add_crl(store.get(), sk_X509_CRL_value(anchors.revocations.get(), i));
    // An anchor need not be self-signed: link certificates are not.
    X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_CRL_CHECK);
    X509_STORE_set_purpose(store.get(), X509_PURPOSE_ANY);
    X509_STORE_set_verify_cb(store.get(), forgive);
    return store;
}

const EVP_MD* digestOf(const QByteArray& algorithm)
{
    DerWalker walker(algorithm);
    const auto oid = walker.next(0x06);
    if (!oid)
        return nullptr;
    const QByteArray name = oidText(*oid);
    for (const int nid : {NID_sha1, NID_sha224, NID_sha256, NID_sha384, NID_sha512}) {
        char text[64];
        OBJ_obj2txt(text, sizeof text, OBJ_nid2obj(nid), 1);
        if (name == text)
            return EVP_get_digestbynid(nid);
    }
    return nullptr;
}

} // namespace

SignerVerdict judgeSigner(X509* signer, STACK_OF(X509) * extra, const AnchorSet& anchors)
{
    const StorePtr store = storeOf(anchors);
    const StoreContextPtr context(X509_STORE_CTX_new());
    if (X509_STORE_CTX_init(context.get(), store.get(), signer, extra) != 1)
        return SignerVerdict::Invalid;
    // The chain must have held when the certificate was made. Cards outlive the certificate of their signer, so today
    // says nothing; whether the card was made in the signer's time is asked of each card (ICAO 9303-12, 5.1.1).
    std::tm made{};
    if (ASN1_TIME_to_tm(X509_get0_notBefore(signer), &made) != 1)
        return SignerVerdict::Invalid;
    X509_VERIFY_PARAM_set_time(X509_STORE_CTX_get0_param(context.get()), timegm(&made));
    const bool fine = X509_verify_cert(context.get()) == 1;
    ERR_clear_error();
    if (fine)
        return SignerVerdict::Trusted;
    switch (X509_STORE_CTX_get_error(context.get())) {
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return SignerVerdict::IssuerUnknown;
    case X509_V_ERR_CERT_REVOKED:
        return SignerVerdict::Revoked;
    default:
        return SignerVerdict::Invalid;
    }
}

std::optional<SecurityObject> SecurityObject::parse(const QByteArray& file)
{
    const auto cmsBytes = contentOf(file, sodTag);
    if (!cmsBytes)
        return {};
    const auto* data = reinterpret_cast<const unsigned char*>(cmsBytes->constData());
    SecurityObject object;
    object.m_cms.reset(d2i_CMS_ContentInfo(nullptr, &data, long(cmsBytes->size())));
    if (!object.m_cms || OBJ_obj2nid(CMS_get0_type(object.m_cms.get())) != NID_pkcs7_signed) {
        ERR_clear_error();
        return {};
    }
    char type[64];
    OBJ_obj2txt(type, sizeof type, CMS_get0_eContentType(object.m_cms.get()), 1);
    ASN1_OCTET_STRING** content = CMS_get0_content(object.m_cms.get());
    if (QByteArray(type) != ldsSecurityObject || content == nullptr || *content == nullptr)
        return {};
    const QByteArray lds(reinterpret_cast<const char*>(ASN1_STRING_get0_data(*content)), ASN1_STRING_length(*content));
    if (!object.readHashes(lds))
        return {};
    return object;
}

bool SecurityObject::readHashes(const QByteArray& content)
{
    const auto sequence = contentOf(content, 0x30);
    if (!sequence)
        return false;
    DerWalker walker(*sequence);
    const auto version = walker.next(0x02);
    const auto algorithm = walker.next(0x30);
    const auto hashes = walker.next(0x30);
    if (!version || !algorithm || !hashes)
        return false;
    m_digest = digestOf(*algorithm);
    DerWalker list(*hashes);
    while (!list.atEnd()) {
        const auto entry = list.next(0x30);
        if (!entry)
            return false;
        DerWalker pair(*entry);
        const auto number = pair.next(0x02);
        const auto hash = pair.next(0x04);
        if (!number || number->size() != 1 || !hash)
            return false;
        m_hashes.insert(number->at(0), *hash);
    }
    return m_digest != nullptr && !m_hashes.isEmpty();
}

CertificatePtr SecurityObject::verifiedSigner() const
{
    const CertificatesPtr carried(CMS_get1_certs(m_cms.get()));
    const BioPtr content(BIO_new(BIO_s_mem()));
    // The signature alone: "intact, but the issuer is not known" is a state of its own.
    if (CMS_verify(m_cms.get(), carried.get(), nullptr, nullptr, content.get(),
                   CMS_NO_SIGNER_CERT_VERIFY | CMS_BINARY) != 1) {
        ERR_clear_error();
        return {};
    }
    STACK_OF(X509)* signers = CMS_get0_signers(m_cms.get());
    CertificatePtr signer;
    if (signers != nullptr && sk_X509_num(signers) == 1 && X509_up_ref(sk_X509_value(signers, 0)) == 1)
        signer.reset(sk_X509_value(signers, 0));
    sk_X509_free(signers);
    return signer;
}

SignerVerdict SecurityObject::judge(X509* signer, const AnchorSet& anchors) const
{
    const CertificatesPtr carried(CMS_get1_certs(m_cms.get()));
    return judgeSigner(signer, carried.get(), anchors);
}

bool SecurityObject::matches(int number, const QByteArray& file) const
{
    unsigned char hash[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    if (!m_hashes.contains(number) ||
        EVP_Digest(file.constData(), size_t(file.size()), hash, &length, m_digest, nullptr) != 1)
        return false;
    return m_hashes.value(number) == QByteArray(reinterpret_cast<const char*>(hash), int(length));
}

} // namespace chinhchu::sandbox
