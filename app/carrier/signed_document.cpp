#include "app/carrier/signed_document.h"

#include "app/evidence/openssl_handles.h"

#include <openssl/cms.h>

namespace chinhchu::app {

namespace {

using DocumentHandle = std::unique_ptr<CMS_ContentInfo, OpenSslDeleter<CMS_ContentInfo_free>>;

constexpr auto DocumentsUnit = "documents";

tl::unexpected<Failure> notBelieved(const std::string& why)
{
    ERR_clear_error();
    return fail(FailureCode::CarrierUntrusted, "signed document: " + why);
}

StoreHandle storeWith(X509* authority)
{
    StoreHandle store(X509_STORE_new());
    if (!authority || X509_STORE_add_cert(store.get(), authority) != 1)
        return nullptr;
    X509_STORE_set_purpose(store.get(), X509_PURPOSE_ANY);
    return store;
}

bool isSignedByDocumentsUnit(CMS_ContentInfo* cms)
{
    STACK_OF(X509)* signers = CMS_get0_signers(cms);
    const bool right =
        sk_X509_num(signers) == 1 &&
        subjectEntry(sk_X509_value(signers, 0), NID_organizationalUnitName) == QLatin1String(DocumentsUnit);
    sk_X509_free(signers);
    return right;
}

} // namespace

Result<QByteArray> openSignedDocument(const QByteArray& signedDocument, const QByteArray& authorityPem)
{
    const auto* der = reinterpret_cast<const unsigned char*>(signedDocument.constData());
    const DocumentHandle cms(d2i_CMS_ContentInfo(nullptr, &der, static_cast<long>(signedDocument.size())));
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
        return notBelieved("not a CMS SignedData");
    const CertificateHandle authority = parseCertificate(authorityPem);
    const StoreHandle store = storeWith(authority.get());
    if (!store)
        return notBelieved("the authority cannot be read");
    const BioHandle content(BIO_new(BIO_s_mem()));
    if (CMS_verify(cms.get(), nullptr, store.get(), nullptr, content.get(), CMS_BINARY | CMS_CADES) != 1)
        return notBelieved(opensslReason());
    if (!isSignedByDocumentsUnit(cms.get()))
        return notBelieved("the signer may not sign documents");
    char* data = nullptr;
    const long length = BIO_get_mem_data(content.get(), &data);
    return QByteArray(data, length);
}

} // namespace chinhchu::app
