#include "pki/signed_document.h"

namespace chinhchu::sandbox {

QByteArray signDocument(const Authority& authority, const QByteArray& json)
{
    const Identity& signer = authority.documents();
    const BioPtr content(BIO_new_mem_buf(json.constData(), int(json.size())));
    const CmsPtr cms(
        CMS_sign(signer.certificate.get(), signer.key.get(), nullptr, content.get(), CMS_BINARY | CMS_CADES));
    unsigned char* der = nullptr;
    const int length = cms ? i2d_CMS_ContentInfo(cms.get(), &der) : -1;
    if (length < 0)
        throw PkiError("cannot sign: " + opensslComplaint());
    const QByteArray signedDocument(reinterpret_cast<const char*>(der), length);
    OPENSSL_free(der);
    return signedDocument;
}

} // namespace chinhchu::sandbox
