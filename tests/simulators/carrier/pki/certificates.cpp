#include "pki/certificates.h"

#include <openssl/rand.h>

namespace chinhchu::sandbox {

namespace {

void demand(bool fine, const char* what)
{
    if (!fine)
        throw PkiError(std::string(what) + ": " + opensslComplaint());
}

void addName(X509_NAME* name, const char* field, const QString& value)
{
    const QByteArray text = value.toUtf8();
    demand(X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char*>(text.constData()), int(text.size()), -1,
                                      0) == 1,
           "name");
}

void addExtension(X509* certificate, X509* issuer, int nid, const char* value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer != nullptr ? issuer : certificate, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    demand(extension && X509_add_ext(certificate, extension.get(), -1) == 1, value);
}

void addExtensions(X509* certificate, X509* issuer, CertificateUse use)
{
    const bool authority = use == CertificateUse::Authority;
    addExtension(certificate, issuer, NID_basic_constraints,
                 authority ? "critical,CA:TRUE,pathlen:0" : "critical,CA:FALSE");
    addExtension(certificate, issuer, NID_subject_key_identifier, "hash");
    if (!authority)
        addExtension(certificate, issuer, NID_authority_key_identifier, "keyid");
    switch (use) {
    case CertificateUse::Authority:
        addExtension(certificate, issuer, NID_key_usage, "critical,keyCertSign,cRLSign");
        break;
    case CertificateUse::Server:
        addExtension(certificate, issuer, NID_key_usage, "critical,digitalSignature");
        addExtension(certificate, issuer, NID_ext_key_usage, "serverAuth");
        addExtension(certificate, issuer, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1");
        break;
    case CertificateUse::Seal:
        addExtension(certificate, issuer, NID_key_usage, "critical,keyAgreement");
        break;
    case CertificateUse::Device:
        // emailProtection: what `openssl cms -verify` asks of a signer by default.
        addExtension(certificate, issuer, NID_key_usage, "critical,digitalSignature");
        addExtension(certificate, issuer, NID_ext_key_usage, "clientAuth,emailProtection");
        break;
    case CertificateUse::Documents:
        addExtension(certificate, issuer, NID_key_usage, "critical,digitalSignature");
        addExtension(certificate, issuer, NID_ext_key_usage, "emailProtection");
        break;
    }
}

void setRandomSerial(X509* certificate)
{
    unsigned char serial[16];
    demand(RAND_bytes(serial, sizeof serial) == 1, "random");
    serial[0] = static_cast<unsigned char>((serial[0] & 0x7F) | 0x40); // positive and never short (RFC 5280, 4.1.2.2)
    const NumberPtr number(BN_bin2bn(serial, sizeof serial, nullptr));
    demand(number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr, "serial");
}

QString entryText(X509_NAME* name, int index)
{
    unsigned char* utf8 = nullptr;
    const int length = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index)));
    if (length < 0)
        return {};
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(utf8), length);
    OPENSSL_free(utf8);
    return text;
}

QString nameEntry(const X509* certificate, int nid)
{
    X509_NAME* name = X509_get_subject_name(certificate);
    const int index = X509_NAME_get_index_by_NID(name, nid, -1);
    return index < 0 ? QString() : entryText(name, index);
}

QByteArray contents(BIO* bio)
{
    char* data = nullptr;
    const long length = BIO_get_mem_data(bio, &data);
    return QByteArray(data, length);
}

} // namespace

KeyPtr makeKey()
{
    KeyPtr key(EVP_EC_gen("P-256"));
    demand(key != nullptr, "key");
    return key;
}

CertificatePtr makeCertificate(const CertificateWish& wish, EVP_PKEY* subjectKey, X509* issuer, EVP_PKEY* issuerKey)
{
    CertificatePtr certificate(X509_new());
    demand(certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1, "certificate");
    setRandomSerial(certificate.get());
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), wish.startsInSeconds);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), wish.startsInSeconds + wish.lastsSeconds);
    X509_NAME* name = X509_get_subject_name(certificate.get());
    addName(name, "O", QStringLiteral("ChinhChu carrier sandbox"));
    if (!wish.unit.isEmpty())
        addName(name, "OU", wish.unit);
    if (!wish.secondUnit.isEmpty())
        addName(name, "OU", wish.secondUnit);
    addName(name, "CN", wish.commonName);
    X509_set_issuer_name(certificate.get(), issuer != nullptr ? X509_get_subject_name(issuer) : name);
    demand(X509_set_pubkey(certificate.get(), subjectKey) == 1, "public key");
    addExtensions(certificate.get(), issuer, wish.use);
    demand(X509_sign(certificate.get(), issuerKey, EVP_sha256()) > 0, "signature");
    return certificate;
}

QByteArray toPem(X509* certificate)
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    demand(PEM_write_bio_X509(bio.get(), certificate) == 1, "certificate as PEM");
    return contents(bio.get());
}

QByteArray toPem(EVP_PKEY* key)
{
    const BioPtr bio(BIO_new(BIO_s_mem()));
    demand(PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1, "key as PEM");
    return contents(bio.get());
}

CertificatePtr certificateFromPem(const QByteArray& pem)
{
    const BioPtr bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    CertificatePtr certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    demand(certificate != nullptr, "certificate from PEM");
    return certificate;
}

KeyPtr keyFromPem(const QByteArray& pem)
{
    const BioPtr bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    KeyPtr key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
    demand(key != nullptr, "key from PEM");
    return key;
}

QString commonName(const X509* certificate)
{
    return nameEntry(certificate, NID_commonName);
}

QString organisationalUnit(const X509* certificate)
{
    return nameEntry(certificate, NID_organizationalUnitName);
}

QStringList organisationalUnits(const X509* certificate)
{
    QStringList units;
    X509_NAME* name = X509_get_subject_name(certificate);
    for (int at = X509_NAME_get_index_by_NID(name, NID_organizationalUnitName, -1); at >= 0;
         at = X509_NAME_get_index_by_NID(name, NID_organizationalUnitName, at))
        units.append(entryText(name, at));
    return units;
}

bool issuedBy(X509* authority, X509* certificate)
{
    const StorePtr store(X509_STORE_new());
    const StoreContextPtr context(X509_STORE_CTX_new());
    const bool chained = store && context && X509_STORE_add_cert(store.get(), authority) == 1 &&
                         X509_STORE_CTX_init(context.get(), store.get(), certificate, nullptr) == 1 &&
                         X509_verify_cert(context.get()) == 1;
    ERR_clear_error();
    return chained;
}

} // namespace chinhchu::sandbox
