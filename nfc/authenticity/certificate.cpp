#include "nfc/authenticity/certificate.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>
#include <array>
#include <ctime>

namespace chinhchu::nfc {
namespace {

std::string countryIn(const X509_NAME* name)
{
    const int at = X509_NAME_get_index_by_NID(name, NID_countryName, -1);
    if (at < 0)
        return {};
    const ASN1_STRING* value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at));
    std::string text(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                     static_cast<std::size_t>(ASN1_STRING_length(value)));
    for (char& c : text)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 0x20) : c;
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text;
}

/// The part of a signed X.509 structure that was signed, encoded by @p encode.
template <class T>
Result<SignatureScheme> verifyTbs(T* object, int (*encode)(T*, unsigned char**), const X509_ALGOR* inner,
                                  const X509_ALGOR* outer, const ASN1_BIT_STRING* signature, X509* issuer)
{
    unsigned char* encoded = nullptr;
    const int size = encode(object, &encoded);
    if (size <= 0)
        return fail(FailureCode::KeyUnreadable, "signed part cannot be encoded");
    const Bytes message(encoded, encoded + size);
    OPENSSL_free(encoded);
    // RFC 5280, 4.1.1.2: the algorithm stands twice, once under the signature, and must be the same.
    if (OBJ_cmp(inner->algorithm, outer->algorithm) != 0)
        return fail(FailureCode::SignerCertificateInvalid, "the two algorithm fields differ");
    return verifySignature(X509_get0_pubkey(issuer), inner, nullptr, message,
                           {ASN1_STRING_get0_data(signature), static_cast<std::size_t>(ASN1_STRING_length(signature))});
}

} // namespace

std::string hexadecimal(ByteView data)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (std::uint8_t byte : data) {
        text.push_back(digits[byte >> 4]);
        text.push_back(digits[byte & 15]);
    }
    return text;
}

CertificateHandle readCertificate(ByteView data)
{
    const unsigned char* at = data.data();
    X509* certificate = d2i_X509(nullptr, &at, static_cast<long>(data.size()));
    if (!certificate) {
        const BioHandle bio(BIO_new_mem_buf(data.data(), static_cast<int>(data.size())));
        certificate = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr);
    }
    ERR_clear_error();
    return CertificateHandle(certificate);
}

Bytes derOf(X509* certificate)
{
    unsigned char* encoded = nullptr;
    const int size = i2d_X509(certificate, &encoded);
    Bytes der(encoded, encoded + (size > 0 ? size : 0));
    OPENSSL_free(encoded);
    return der;
}

std::string nameText(const X509_NAME* name)
{
    const BioHandle bio(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(bio.get(), name, 0, XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB & ~XN_FLAG_SPC_EQ);
    char* text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return {text, static_cast<std::size_t>(size > 0 ? size : 0)};
}

std::string subjectOf(X509* certificate)
{
    return nameText(X509_get_subject_name(certificate));
}

std::string countryOf(X509* certificate)
{
    const std::string subject = countryIn(X509_get_subject_name(certificate));
    return subject.empty() ? countryIn(X509_get_issuer_name(certificate)) : subject;
}

std::string countryOf(const X509_NAME* name)
{
    return countryIn(name);
}

std::string serialOf(X509* certificate)
{
    const ASN1_INTEGER* serial = X509_get0_serialNumber(certificate);
    return hexadecimal({ASN1_STRING_get0_data(serial), static_cast<std::size_t>(ASN1_STRING_length(serial))});
}

std::string sha256Of(ByteView data)
{
    std::array<std::uint8_t, 32> hash{};
    EVP_Digest(data.data(), data.size(), hash.data(), nullptr, EVP_sha256(), nullptr);
    return hexadecimal(hash);
}

std::optional<TimePoint> timeOf(const ASN1_TIME* asn1)
{
    std::tm parts{};
    if (!asn1 || ASN1_TIME_to_tm(asn1, &parts) != 1)
        return std::nullopt;
    using namespace std::chrono;
    const sys_days day = year(parts.tm_year + 1900) / (parts.tm_mon + 1) / parts.tm_mday;
    const sys_seconds time = day + hours(parts.tm_hour) + minutes(parts.tm_min) + seconds(parts.tm_sec);
    // The system clock counts nanoseconds and ends in 2262; certificates "for ever" end in 9999.
    constexpr sys_seconds earliest = sys_days(year(1700) / 1 / 1), latest = sys_days(year(2250) / 1 / 1);
    return std::clamp(time, earliest, latest);
}

std::string dateText(TimePoint time)
{
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(time)};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()) % 10000,
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return text.data();
}

std::optional<TimePoint> notBefore(X509* certificate)
{
    return timeOf(X509_get0_notBefore(certificate));
}
std::optional<TimePoint> notAfter(X509* certificate)
{
    return timeOf(X509_get0_notAfter(certificate));
}

bool isValidAt(X509* certificate, TimePoint at)
{
    const auto from = notBefore(certificate);
    const auto until = notAfter(certificate);
    return from && until && *from <= at && at <= *until;
}

bool isSelfIssued(X509* certificate)
{
    return X509_NAME_cmp(X509_get_subject_name(certificate), X509_get_issuer_name(certificate)) == 0;
}

bool isAuthority(X509* certificate)
{
    int critical = 0;
    const OpenSslHandle<BASIC_CONSTRAINTS, BASIC_CONSTRAINTS_free> constraints(
        static_cast<BASIC_CONSTRAINTS*>(X509_get_ext_d2i(certificate, NID_basic_constraints, &critical, nullptr)));
    return constraints && constraints->ca != 0;
}

bool sameCertificate(X509* a, X509* b)
{
    return X509_cmp(a, b) == 0;
}

bool algorithmsAgree(X509* certificate)
{
    const X509_ALGOR* outer = nullptr;
    X509_get0_signature(nullptr, &outer, certificate);
    return OBJ_cmp(X509_get0_tbs_sigalg(certificate)->algorithm, outer->algorithm) == 0;
}

Result<SignatureScheme> verifyIssuedBy(X509* certificate, X509* issuer)
{
    const ASN1_BIT_STRING* signature = nullptr;
    const X509_ALGOR* outer = nullptr;
    X509_get0_signature(&signature, &outer, certificate);
    return verifyTbs<X509>(certificate, i2d_re_X509_tbs, X509_get0_tbs_sigalg(certificate), outer, signature, issuer);
}

Result<SignatureScheme> verifyIssuedBy(X509_CRL* list, X509* issuer)
{
    const ASN1_BIT_STRING* signature = nullptr;
    const X509_ALGOR* algorithm = nullptr;
    X509_CRL_get0_signature(list, &signature, &algorithm);
    return verifyTbs<X509_CRL>(list, i2d_re_X509_CRL_tbs, algorithm, algorithm, signature, issuer);
}

std::optional<bool> keyIdentifiersMatch(X509* certificate, X509* issuer)
{
    const ASN1_OCTET_STRING* authority = X509_get0_authority_key_id(certificate);
    const ASN1_OCTET_STRING* subject = X509_get0_subject_key_id(issuer);
    if (!authority || !subject)
        return std::nullopt;
    return ASN1_OCTET_STRING_cmp(authority, subject) == 0;
}

} // namespace chinhchu::nfc
