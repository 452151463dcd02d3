#include "nfc/authenticity/list_signer.h"

#include <openssl/err.h>

#include <algorithm>

namespace chinhchu::nfc {
namespace {

constexpr int maxChain = 3;

bool hasPurpose(X509* certificate, const char* purpose)
{
    const OpenSslHandle<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free> usages(
        static_cast<EXTENDED_KEY_USAGE*>(X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr)));
    const OpenSslHandle<ASN1_OBJECT, ASN1_OBJECT_free> wanted(OBJ_txt2obj(purpose, 1));
    for (int i = 0; i < sk_ASN1_OBJECT_num(usages.get()); ++i) {
        if (OBJ_cmp(sk_ASN1_OBJECT_value(usages.get(), i), wanted.get()) == 0)
            return true;
    }
    return false;
}

bool madeBy(X509* certificate, X509* issuer, TimePoint at)
{
    return X509_NAME_cmp(X509_get_issuer_name(certificate), X509_get_subject_name(issuer)) == 0 &&
           isAuthority(issuer) && isValidAt(issuer, at) && verifyIssuedBy(certificate, issuer);
}

bool chains(X509* certificate, const std::vector<CertificateHandle>& bundled,
            const std::vector<CertificateHandle>& roots, TimePoint at, int depth = 0)
{
    if (depth > maxChain || !isValidAt(certificate, at))
        return false;
    const auto vouches = [&](const CertificateHandle& issuer) { return madeBy(certificate, issuer.get(), at); };
    if (std::any_of(roots.begin(), roots.end(), vouches))
        return true;
    return std::any_of(bundled.begin(), bundled.end(), [&](const CertificateHandle& issuer) {
        return !sameCertificate(issuer.get(), certificate) && vouches(issuer) &&
               chains(issuer.get(), bundled, roots, at, depth + 1);
    });
}

} // namespace

Result<std::string> checkListSigner(const SignedData& message, const char* purpose,
                                    const std::vector<CertificateHandle>& roots, TimePoint at)
{
    std::string why = "no signer";
    for (const SignerOutcome& outcome : verifySigners(message, [] { return std::vector<CertificateHandle>(); })) {
        if (!outcome.signature) {
            why = outcome.signature.error().detail;
            continue;
        }
        X509* signer = outcome.certificate.get();
        if (purpose && !hasPurpose(signer, purpose))
            why = subjectOf(signer) + " may not sign such lists";
        else if (!chains(signer, message.certificates, roots, at))
            why = "no given root vouches for " + subjectOf(signer) + ", issued by " +
                  nameText(X509_get_issuer_name(signer));
        else
            return subjectOf(signer);
    }
    return fail(FailureCode::TrustImportUnsigned, why);
}

} // namespace chinhchu::nfc
