#include "nfc/authenticity/master_list.h"
#include "nfc/lds/ber_tlv.h"

#include <openssl/err.h>

#include <algorithm>

namespace chinhchu::nfc {
namespace {

constexpr const char* oidMasterList = "2.23.136.1.1.2";
constexpr const char* oidMasterListSigner = "2.23.136.1.1.3";
constexpr int maxChain = 3;

tl::unexpected<Failure> broken(std::string detail)
{
    return fail(FailureCode::TrustImportBroken, "master list: " + std::move(detail));
}

/// The purpose that ICAO 9303-12, 7.1.2 gives to the signer of a master list, and to nobody else.
bool maySignMasterLists(X509* certificate)
{
    const OpenSslHandle<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free> usages(
        static_cast<EXTENDED_KEY_USAGE*>(X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr)));
    const OpenSslHandle<ASN1_OBJECT, ASN1_OBJECT_free> wanted(OBJ_txt2obj(oidMasterListSigner, 1));
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

Result<std::string> checkSigner(const SignedData& data, const std::vector<CertificateHandle>& roots, TimePoint at)
{
    std::string why = "no signer";
    for (const SignerOutcome& outcome : verifySigners(data, [] { return std::vector<CertificateHandle>(); })) {
        if (!outcome.signature) {
            why = outcome.signature.error().detail;
            continue;
        }
        X509* signer = outcome.certificate.get();
        if (!maySignMasterLists(signer))
            why = subjectOf(signer) + " may not sign master lists";
        else if (!chains(signer, data.certificates, roots, at))
            why = "no given root vouches for " + subjectOf(signer) + ", issued by " +
                  nameText(X509_get_issuer_name(signer));
        else
            return subjectOf(signer);
    }
    return fail(FailureCode::TrustImportUnsigned, "master list: " + why);
}

/// CscaMasterList ::= SEQUENCE { version INTEGER, certList SET OF Certificate }
Result<std::vector<Bytes>> certificatesOf(ByteView content)
{
    const auto sequence = readTlv(content, 0x30);
    if (!sequence)
        return broken(sequence.error().detail);
    TlvReader fields(sequence->value);
    const auto version = fields.next(0x02);
    const auto set = version ? fields.next(0x31) : version;
    if (!set)
        return broken(set.error().detail);
    std::vector<Bytes> certificates;
    TlvReader reader(set->value);
    while (!reader.atEnd()) {
        const std::string entry = "entry " + std::to_string(certificates.size() + 1);
        const auto certificate = reader.next(0x30);
        if (!certificate || !readCertificate(certificate->whole))
            return broken(entry + " is no certificate");
        certificates.emplace_back(certificate->whole.begin(), certificate->whole.end());
    }
    return certificates;
}

} // namespace

Result<MasterList> readMasterList(ByteView data, const std::vector<CertificateHandle>& roots, TimePoint at)
{
    const auto message = parseSignedData(data);
    if (!message || message->contentType != oidMasterList)
        return broken("no CMS message with a CSCA master list");
    auto signer = checkSigner(*message, roots, at);
    if (!signer)
        return tl::unexpected(signer.error());
    auto certificates = certificatesOf(message->content);
    ERR_clear_error();
    if (!certificates)
        return tl::unexpected(certificates.error());
    return MasterList{std::move(*signer), std::move(*certificates)};
}

} // namespace chinhchu::nfc
