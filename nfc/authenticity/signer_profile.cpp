#include "nfc/authenticity/signer_profile.h"
#include "nfc/lds/ber_tlv.h"

#include <algorithm>
#include <array>

namespace chinhchu::nfc {
namespace {

using namespace std::chrono_literals;

constexpr const char* oidDocumentTypeList = "2.23.136.1.1.6.2";
constexpr const char* oidNameChange = "2.23.136.1.1.6.1";

std::string oidOf(const ASN1_OBJECT* object)
{
    std::array<char, 80> text{};
    OBJ_obj2txt(text.data(), text.size(), object, 1);
    return text.data();
}

/// Purposes that a certificate of the country's PKI can have besides signing documents (ICAO 9303-12, 7.1).
bool hasForeignPurpose(X509* certificate, std::string& purpose)
{
    const OpenSslHandle<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free> usages(
        static_cast<EXTENDED_KEY_USAGE*>(X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr)));
    for (int i = 0; i < sk_ASN1_OBJECT_num(usages.get()); ++i) {
        purpose = oidOf(sk_ASN1_OBJECT_value(usages.get(), i));
        if (purpose == "2.23.136.1.1.3" || purpose == "2.23.136.1.1.8") // master list and deviation list signer
            return true;
    }
    return false;
}

std::string unknownCriticalExtension(X509* certificate)
{
    for (int i = 0; i < X509_get_ext_count(certificate); ++i) {
        X509_EXTENSION* extension = X509_get_ext(certificate, i);
        if (!X509_EXTENSION_get_critical(extension) || X509_supported_extension(extension))
            continue;
        const ASN1_OBJECT* object = X509_EXTENSION_get_object(extension);
        const std::string oid = oidOf(object);
        const int nid = OBJ_obj2nid(object);
        const bool known = oid == oidDocumentTypeList || oid == oidNameChange || nid == NID_private_key_usage_period ||
                           nid == NID_issuer_alt_name || nid == NID_subject_key_identifier ||
                           nid == NID_authority_key_identifier;
        if (!known)
            return oid;
    }
    return {};
}

/// Bits of the key usage extension; nothing if there is none.
std::optional<std::uint32_t> keyUsage(X509* certificate)
{
    if (X509_get_ext_by_NID(certificate, NID_key_usage, -1) < 0)
        return std::nullopt;
    return X509_get_key_usage(certificate);
}

void checkSignerKeyUsage(X509* signer, const std::string& subject, Checklist& list)
{
    const auto usage = keyUsage(signer);
    if (!usage)
        return list.warning("signer-certificate", subject, "accepted although: no key usage extension");
    if ((*usage & KU_DIGITAL_SIGNATURE) != 0)
        return;
    if ((*usage & KU_NON_REPUDIATION) != 0)
        return list.warning("signer-certificate", subject, "accepted although: key usage is nonRepudiation only");
    list.failed(FailureCode::SignerKeyUsageWrong, "signer-certificate", subject, "key usage without digitalSignature");
}

struct KeyPeriod
{
    std::optional<TimePoint> from, until;
};

KeyPeriod keyPeriodOf(X509* certificate)
{
    const OpenSslHandle<PKEY_USAGE_PERIOD, PKEY_USAGE_PERIOD_free> period(
        static_cast<PKEY_USAGE_PERIOD*>(X509_get_ext_d2i(certificate, NID_private_key_usage_period, nullptr, nullptr)));
    return period ? KeyPeriod{timeOf(period->notBefore), timeOf(period->notAfter)} : KeyPeriod{};
}

/// One day either way: issue dates have no hour and no time zone.
bool within(const KeyPeriod& period, TimePoint time)
{
    return (!period.from || *period.from - 24h <= time) && (!period.until || time <= *period.until + 24h);
}

} // namespace

void checkSignerProfile(X509* signer, Checklist& list)
{
    const std::string subject = subjectOf(signer);
    const std::size_t before = list.reasons().size();
    std::string purpose;
    // 9303-12, 7.1: version 3; an older one cannot carry what says what the certificate is for.
    if (X509_get_version(signer) != X509_VERSION_3)
        list.failed(FailureCode::SignerCertificateInvalid, "signer-certificate", subject,
                    "version " + std::to_string(X509_get_version(signer) + 1));
    if (!algorithmsAgree(signer))
        list.failed(FailureCode::SignerCertificateInvalid, "signer-certificate", subject,
                    "the two algorithm fields differ");
    if (isAuthority(signer))
        list.failed(FailureCode::SignerIsAuthority, "signer-certificate", subject,
                    "the signer is a certificate authority");
    if (hasForeignPurpose(signer, purpose))
        list.failed(FailureCode::SignerPurposeWrong, "signer-certificate", subject, "extended key usage " + purpose);
    checkSignerKeyUsage(signer, subject, list);
    if (const std::string oid = unknownCriticalExtension(signer); !oid.empty())
        list.failed(FailureCode::SignerExtensionUnknown, "signer-certificate", subject, "critical extension " + oid);
    if (list.reasons().size() == before)
        list.passed("signer-certificate", subject,
                    keyName(X509_get0_pubkey(signer)) + ", serial " + serialOf(signer) + ", SHA-256 " +
                        sha256Of(derOf(signer)));
}

bool checkIssuerProfile(X509* issuer, Checklist& list)
{
    const std::string subject = subjectOf(issuer);
    const bool hasConstraints = X509_get_ext_by_NID(issuer, NID_basic_constraints, -1) >= 0;
    // Old self-signed CSCA certificates have no extensions at all; whoever put them into the store meant them as
    // issuers.
    if (!isAuthority(issuer) && (hasConstraints || !isSelfIssued(issuer))) {
        list.failed(FailureCode::IssuerNotAuthority, "issuer-certificate", subject, "no certificate authority");
        return false;
    }
    if (!hasConstraints)
        list.warning("issuer-certificate", subject, "accepted although: no basic constraints");
    const auto usage = keyUsage(issuer);
    if (usage && (*usage & KU_KEY_CERT_SIGN) == 0) {
        list.failed(FailureCode::IssuerKeyUsageWrong, "issuer-certificate", subject, "key usage without keyCertSign");
        return false;
    }
    if (!usage)
        list.warning("issuer-certificate", subject, "accepted although: no key usage extension");
    return true;
}

std::set<std::string> documentTypesOf(X509* signer)
{
    std::set<std::string> types;
    for (int i = 0; i < X509_get_ext_count(signer); ++i) {
        X509_EXTENSION* extension = X509_get_ext(signer, i);
        if (oidOf(X509_EXTENSION_get_object(extension)) != oidDocumentTypeList)
            continue;
        const ASN1_OCTET_STRING* value = X509_EXTENSION_get_data(extension);
        const auto sequence =
            readTlv({ASN1_STRING_get0_data(value), static_cast<std::size_t>(ASN1_STRING_length(value))}, 0x30);
        const auto set = sequence ? findTlv(sequence->value, 0x31) : std::nullopt;
        TlvReader reader(set ? set->value : ByteView{});
        while (!reader.atEnd()) {
            const auto type = reader.next();
            if (!type)
                break;
            types.emplace(type->value.begin(), type->value.end());
        }
    }
    return types;
}

void checkSignerValidity(X509* signer, std::optional<TimePoint> issued, std::optional<TimePoint> signingTime,
                         TimePoint now, Checklist& list)
{
    const std::string subject = subjectOf(signer);
    const auto from = notBefore(signer);
    const auto until = notAfter(signer);
    if (!from || !until)
        return list.failed(FailureCode::SignerCertificateInvalid, "signer-validity", subject, "no readable validity");
    const std::string span = dateText(*from) + " to " + dateText(*until);
    const auto moment = issued ? issued : signingTime;
    const std::string what = issued ? "issue date " : "signing time ";

    if (!moment)
        list.warning("signer-validity-at-issue", subject, "neither issue date nor signing time is known");
    else if (*moment + 24h < *from || *moment - 24h > *until)
        list.failed(FailureCode::SignerNotValidAtIssue, "signer-validity-at-issue", subject,
                    what + dateText(*moment) + " outside " + span);
    else if (!within(keyPeriodOf(signer), *moment))
        list.failed(FailureCode::SignerKeyPeriodExceeded, "signer-validity-at-issue", subject,
                    what + dateText(*moment) + " outside the private key usage period");
    else
        list.passed("signer-validity-at-issue", subject, what + dateText(*moment) + " within " + span);

    if (now < *from)
        list.failed(FailureCode::SignerNotYetValid, "signer-validity-now", subject, "valid " + span);
    else if (now > *until)
        list.warning("signer-validity-now", subject, "expired since, valid " + span);
    else
        list.passed("signer-validity-now", subject, "valid " + span);
}

void checkIssuerValidity(X509* issuer, X509* signer, TimePoint now, Checklist& list)
{
    const std::string subject = subjectOf(issuer);
    const auto made = notBefore(signer);
    if (!made || !isValidAt(issuer, *made))
        list.failed(FailureCode::IssuerNotValidAtSigning, "issuer-validity", subject,
                    "not valid when it made the signer's certificate");
    else if (!isValidAt(issuer, now))
        list.warning("issuer-validity", subject, "valid when it made the signer's certificate, expired since");
    else
        list.passed("issuer-validity", subject, "valid when it made the signer's certificate, and now");
}

} // namespace chinhchu::nfc
