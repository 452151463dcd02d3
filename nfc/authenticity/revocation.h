#pragma once

#include "nfc/authenticity/checklist.h"
#include "nfc/authenticity/trust_store_content.h"

namespace chinhchu::nfc {

/// Looks the signer and its issuer up in the issuer's revocation lists (ICAO 9303-12, 7.1.4). Lists that the issuer did
/// not sign are told and not believed. A revocation counts however old the list is.
RevocationState checkRevocation(X509* signer, X509* issuer, const TrustStore::Content& trust, TimePoint at,
                                Checklist& list);

} // namespace chinhchu::nfc
