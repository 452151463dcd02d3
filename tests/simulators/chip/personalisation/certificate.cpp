#include "tests/simulators/chip/personalisation/certificate.h"

#include "tests/simulators/chip/pki/country_pki.h"

namespace chinhchu::chip {

namespace {

/// The organisation of every invented certificate.
std::string distinguishedName(const std::string& country, const std::string& commonName)
{
    return "C=" + country + ",O=Invented for tests,CN=" + commonName;
}

std::string distinguishedName(X509* certificate)
{
    const X509_NAME* name = X509_get_subject_name(certificate);
    const auto part = [&](int nid) {
        const int at = X509_NAME_get_index_by_NID(name, nid, -1);
        check(at >= 0, "name of an issuer");
        const ASN1_STRING* value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at));
        return std::string(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                           static_cast<std::size_t>(ASN1_STRING_length(value)));
    };
    return distinguishedName(part(NID_countryName), part(NID_commonName));
}

// The digest that fits the size of the issuer's key.
const EVP_MD* digestFor(const Key& key)
{
    if (EVP_PKEY_is_a(key.get(), "RSA"))
        return EVP_sha256();
    const int bits = EVP_PKEY_get_bits(key.get());
    return bits > 384 ? EVP_sha512() : bits > 256 ? EVP_sha384() : EVP_sha256();
}

} // namespace

Certificate makeCertificate(const CertificateWish& wish, const Key& subject, const Identified* issuer)
{
    pki::CertificateSpec spec;
    spec.subject = distinguishedName(wish.country, wish.commonName);
    spec.issuer = issuer ? distinguishedName(issuer->certificate.get()) : "";
    spec.key = subject;
    spec.issuerKey = issuer ? issuer->key : subject;
    spec.serial = wish.serial;
    spec.from = wish.notBefore;
    spec.until = wish.notAfter;
    spec.digest = digestFor(spec.issuerKey);
    spec.authority = issuer ? issuer->certificate.get() : nullptr;
    const bool authority = wish.role != CertificateWish::Role::DocumentSigner;
    if (authority)
        spec.extensions.push_back({"basicConstraints", "critical,CA:TRUE,pathlen:0"});
    spec.extensions.push_back({"keyUsage", authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature"});
    spec.extensions.push_back({"subjectKeyIdentifier", "hash"});
    spec.extensions.push_back({"authorityKeyIdentifier", "keyid"});
    return pki::makeCertificate(spec);
}

Bytes makeRevocationList(const Identified& issuer, const std::vector<long>& serials)
{
    return pki::makeCrl({distinguishedName(issuer.certificate.get()), issuer.key, serials, "20250101000000Z",
                         "20440101000000Z", digestFor(issuer.key)});
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
