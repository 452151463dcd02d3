#include "nfc/authenticity/trust_store_content.h"

#include <mutex>

namespace chinhchu::nfc {
namespace {

std::uint32_t hashOf(const X509_NAME* name)
{
    return static_cast<std::uint32_t>(X509_NAME_hash_ex(name, nullptr, nullptr, nullptr));
}

Bytes octets(const ASN1_OCTET_STRING* string)
{
    if (!string)
        return {};
    const unsigned char* data = ASN1_STRING_get0_data(string);
    return Bytes(data, data + ASN1_STRING_length(string));
}

} // namespace

std::string_view toString(DocumentScope scope)
{
    constexpr std::string_view names[] = {"any", "citizen-card", "passport"};
    return names[static_cast<int>(scope)];
}

struct LazyCertificate::Shared
{
    Bytes der;
    std::once_flag once;
    CertificateHandle decoded;
};

LazyCertificate::LazyCertificate(Bytes der)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->der = std::move(der);
}

LazyCertificate::LazyCertificate(CertificateHandle decoded)
    : LazyCertificate(derOf(decoded.get()))
{
    std::call_once(m_shared->once, [&] { m_shared->decoded = std::move(decoded); });
}

X509* LazyCertificate::get() const
{
    std::call_once(m_shared->once, [this] { m_shared->decoded = readCertificate(m_shared->der); });
    return m_shared->decoded.get();
}

const Bytes& LazyCertificate::der() const
{
    return m_shared->der;
}

CertificateIndex CertificateIndex::of(X509* certificate)
{
    return {hashOf(X509_get_subject_name(certificate)), octets(X509_get0_subject_key_id(certificate))};
}

Anchor Anchor::of(CertificateHandle certificate, DocumentScope scope, std::string source)
{
    CertificateIndex index = CertificateIndex::of(certificate.get());
    return {LazyCertificate(std::move(certificate)), std::move(index), scope, std::move(source), false};
}

std::vector<Anchor> TrustStore::Content::namedBy(X509* certificate) const
{
    const std::uint32_t issuer = hashOf(X509_get_issuer_name(certificate));
    const Bytes keyId = octets(X509_get0_authority_key_id(certificate));
    std::vector<Anchor> found;
    for (const Anchor& anchor : anchors) {
        const bool byKey = !keyId.empty() && anchor.index.keyId == keyId;
        if ((anchor.index.subject == issuer || byKey) && anchor.certificate.get())
            found.push_back(anchor);
    }
    return found;
}

std::vector<Anchor> TrustStore::Content::withSubjectOf(X509* certificate) const
{
    const std::uint32_t subject = hashOf(X509_get_subject_name(certificate));
    std::vector<Anchor> found;
    for (const Anchor& anchor : anchors) {
        if (anchor.index.subject == subject && anchor.certificate.get())
            found.push_back(anchor);
    }
    return found;
}

std::vector<DocumentScope> TrustStore::Content::confirmedScopes(X509* signer) const
{
    std::vector<DocumentScope> scopes;
    const std::string fingerprint = confirmedSigners.empty() ? std::string() : sha256Of(derOf(signer));
    for (const ConfirmedSigner& each : confirmedSigners) {
        if (each.sha256 == fingerprint)
            scopes.push_back(each.scope);
    }
    return scopes;
}

} // namespace chinhchu::nfc
