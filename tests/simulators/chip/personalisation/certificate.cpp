#include "tests/simulators/chip/personalisation/certificate.h"

#include <openssl/x509v3.h>

namespace chinhchu::chip {

namespace {

using Name = std::unique_ptr<X509_NAME, Freeing<X509_NAME_free>>;

Name distinguishedName(const std::string& country, const std::string& commonName)
{
    Name name(X509_NAME_new());
    const auto add = [&](const char* field, int type, const std::string& text) {
        const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
        check(X509_NAME_add_entry_by_txt(name.get(), field, type, bytes, static_cast<int>(text.size()), -1, 0), field);
    };
    add("C", V_ASN1_PRINTABLESTRING, country);
    add("O", V_ASN1_UTF8STRING, "Invented for tests");
    add("CN", V_ASN1_UTF8STRING, commonName);
    return name;
}

void addExtension(X509* certificate, X509V3_CTX& context, int nid, const char* value)
{
    std::unique_ptr<X509_EXTENSION, Freeing<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    check(extension != nullptr, value);
    check(X509_add_ext(certificate, extension.get(), -1), value);
}

// The digest that fits the size of the issuer's key.
const EVP_MD* digestFor(const Key& key)
{
    if (EVP_PKEY_is_a(key.get(), "RSA"))
        return EVP_sha256();
    const int bits = EVP_PKEY_get_bits(key.get());
    return bits > 384 ? EVP_sha512() : bits > 256 ? EVP_sha384() : EVP_sha256();
}

void setDay(ASN1_TIME* time, const std::string& text)
{
    check(ASN1_TIME_set_string_X509(time, text.c_str()), "date of a certificate");
}

} // namespace

Certificate makeCertificate(const CertificateWish& wish, const Key& subject, const Identified* issuer)
{
    Certificate certificate(X509_new(), X509_free);
    X509* const x = certificate.get();
    check(X509_set_version(x, X509_VERSION_3), "version");
    check(ASN1_INTEGER_set(X509_get_serialNumber(x), wish.serial), "serial number");
    setDay(X509_getm_notBefore(x), wish.notBefore);
    setDay(X509_getm_notAfter(x), wish.notAfter);
    const Name name = distinguishedName(wish.country, wish.commonName);
    check(X509_set_subject_name(x, name.get()), "subject");
    check(X509_set_issuer_name(x, issuer ? X509_get_subject_name(issuer->certificate.get()) : name.get()), "issuer");
    check(X509_set_pubkey(x, subject.get()), "public key");

    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer ? issuer->certificate.get() : x, x, nullptr, nullptr, 0);
    const bool authority = wish.role != CertificateWish::Role::DocumentSigner;
    if (authority)
        addExtension(x, context, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    addExtension(x, context, NID_key_usage, authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature");
    addExtension(x, context, NID_subject_key_identifier, "hash");
    addExtension(x, context, NID_authority_key_identifier, "keyid");
    const Key& signer = issuer ? issuer->key : subject;
    check(X509_sign(x, signer.get(), digestFor(signer)), "signature of a certificate");
    return certificate;
}

Bytes makeRevocationList(const Identified& issuer, const std::vector<long>& serials)
{
    std::unique_ptr<X509_CRL, Freeing<X509_CRL_free>> list(X509_CRL_new());
    check(X509_CRL_set_version(list.get(), X509_CRL_VERSION_2), "version");
    check(X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(issuer.certificate.get())), "issuer");
    std::unique_ptr<ASN1_TIME, Freeing<ASN1_TIME_free>> day(ASN1_TIME_new());
    setDay(day.get(), "20440101000000Z");
    check(X509_CRL_set1_nextUpdate(list.get(), day.get()), "next update");
    setDay(day.get(), "20250101000000Z");
    check(X509_CRL_set1_lastUpdate(list.get(), day.get()), "last update");
    for (long serial : serials) {
        X509_REVOKED* revoked = X509_REVOKED_new();
        std::unique_ptr<ASN1_INTEGER, Freeing<ASN1_INTEGER_free>> number(ASN1_INTEGER_new());
        ASN1_INTEGER_set(number.get(), serial);
        check(X509_REVOKED_set_serialNumber(revoked, number.get()), "serial number");
        check(X509_REVOKED_set_revocationDate(revoked, day.get()), "day of revocation");
        check(X509_CRL_add0_revoked(list.get(), revoked), "revocation");
    }
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer.certificate.get(), nullptr, nullptr, list.get(), 0);
    std::unique_ptr<X509_EXTENSION, Freeing<X509_EXTENSION_free>> keyId(
        X509V3_EXT_conf_nid(nullptr, &context, NID_authority_key_identifier, "keyid"));
    check(X509_CRL_add_ext(list.get(), keyId.get(), -1), "key identifier");
    std::unique_ptr<ASN1_INTEGER, Freeing<ASN1_INTEGER_free>> one(ASN1_INTEGER_new());
    ASN1_INTEGER_set(one.get(), 1);
    check(X509_CRL_add1_ext_i2d(list.get(), NID_crl_number, one.get(), 0, 0), "number of the list");
    check(X509_CRL_sign(list.get(), issuer.key.get(), digestFor(issuer.key)), "signature of a revocation list");
    std::uint8_t* out = nullptr;
    const int size = i2d_X509_CRL(list.get(), &out);
    check(size, "revocation list");
    Bytes bytes(out, out + size);
    OPENSSL_free(out);
    return bytes;
}

Bytes encoded(const Certificate& certificate)
{
    std::uint8_t* out = nullptr;
    const int size = i2d_X509(certificate.get(), &out);
    check(size, "certificate");
    Bytes bytes(out, out + size);
    OPENSSL_free(out);
    return bytes;
}

} // namespace chinhchu::chip
