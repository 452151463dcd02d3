#include "nfc/authenticity/signer_chain.h"
#include "nfc/authenticity/signer_profile.h"

using namespace chinhchu;
using namespace chinhchu::nfc;

/// A certificate as signer, as issuer and as anchor of itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr auto at = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22);
    const CertificateHandle certificate = readCertificate({data, size});
    if (!certificate)
        return 0;
    TrustStore::Content trust;
    trust.anchors.push_back(Anchor::of(certificate, DocumentScope::Any, "fuzz"));
    Checklist list;
    checkSignerProfile(certificate.get(), list);
    checkIssuerProfile(certificate.get(), list);
    checkSignerValidity(certificate.get(), at, std::nullopt, at, list);
    checkIssuerValidity(certificate.get(), certificate.get(), at, list);
    checkSignerChain(certificate.get(), {certificate}, trust, at, list);
    (void)documentTypesOf(certificate.get());
    (void)verifyIssuedBy(certificate.get(), certificate.get());
    return 0;
}
