#pragma once

#include "nfc/authenticity/openssl_handles.h"
#include "nfc/authenticity/signature_check.h"

#include <chrono>
#include <optional>
#include <string>

namespace chinhchu::nfc {

using TimePoint = std::chrono::system_clock::time_point;

/// PEM or DER (BER is accepted too). Empty handle if @p data is no certificate.
CertificateHandle readCertificate(ByteView data);

Bytes derOf(X509* certificate);

/// "C=VN, O=..., CN=..." in UTF-8.
std::string nameText(const X509_NAME* name);
std::string subjectOf(X509* certificate);

/// countryName of the subject, else of the issuer, in capitals; empty if there is none.
std::string countryOf(X509* certificate);
std::string countryOf(const X509_NAME* name);

/// Hexadecimal, lower case.
std::string serialOf(X509* certificate);
std::string sha256Of(ByteView data);
std::string hexadecimal(ByteView data);

/// The moment of an ASN.1 time, within 1700 to 2250 (what lies beyond is moved to the edge); nothing if it is
/// malformed.
std::optional<TimePoint> timeOf(const ASN1_TIME* time);
/// "2026-11-22".
std::string dateText(TimePoint time);

std::optional<TimePoint> notBefore(X509* certificate);
std::optional<TimePoint> notAfter(X509* certificate);
bool isValidAt(X509* certificate, TimePoint at);

/// Subject equals issuer.
bool isSelfIssued(X509* certificate);
bool isAuthority(X509* certificate);
bool sameCertificate(X509* a, X509* b);

/// Whether the signature algorithm is the same inside and outside of what is signed (RFC 5280, 4.1.1.2).
bool algorithmsAgree(X509* certificate);

/// Verifies the signature on @p certificate with the key of @p issuer, whatever the names say.
Result<SignatureScheme> verifyIssuedBy(X509* certificate, X509* issuer);
Result<SignatureScheme> verifyIssuedBy(X509_CRL* list, X509* issuer);

/// Whether the authority key identifier of @p certificate is the subject key identifier of @p issuer; nothing if one of
/// the two has none.
std::optional<bool> keyIdentifiersMatch(X509* certificate, X509* issuer);

} // namespace chinhchu::nfc
