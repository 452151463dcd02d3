#pragma once

#include "nfc/authenticity/certificate.h"
#include "nfc/authenticity/checklist.h"

#include <set>

namespace chinhchu::nfc {

/// What ICAO 9303-12, 7.1.1 demands of a document signer's certificate: no authority, key usage, purpose, no unknown
/// critical extension.
void checkSignerProfile(X509* signer, Checklist& list);

/// What it demands of the certificate of an issuer: an authority that may sign certificates. False if it may not.
bool checkIssuerProfile(X509* issuer, Checklist& list);

/// The document types (first character or two of the MRZ) in the signer's DocumentTypeList (9303-12, 7.1.1.6); empty if
/// it has none.
std::set<std::string> documentTypesOf(X509* signer);

/// Validity of the signer when the document was issued, and now.
/// @p issued the issue date if known; @p signingTime the signer's own word, used without it.
void checkSignerValidity(X509* signer, std::optional<TimePoint> issued, std::optional<TimePoint> signingTime,
                         TimePoint now, Checklist& list);

/// Validity of the issuer when it made the signer's certificate, and now.
void checkIssuerValidity(X509* issuer, X509* signer, TimePoint now, Checklist& list);

} // namespace chinhchu::nfc
