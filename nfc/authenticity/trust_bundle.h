#pragma once

#include "nfc/authenticity/signed_data.h"
#include "nfc/authenticity/trust_store_content.h"

namespace chinhchu::nfc {

/// What a carrier tells its kiosks to trust. A CMS SignedData (RFC 5652) whose content has the type contentType and is
///
///     TrustBundle ::= SEQUENCE {
///         format            INTEGER (1),
///         version           INTEGER (1..4294967295),   -- of the list; it never goes back
///         anchors           SEQUENCE OF SEQUENCE { scope Scope, certificate Certificate },
///         revocationLists   SEQUENCE OF CertificateList,
///         confirmedSigners  SEQUENCE OF SEQUENCE { scope Scope, sha256 OCTET STRING (SIZE (32)) } }
///     Scope ::= INTEGER { any (0), citizenCard (1), passport (2) }
///
/// in DER. A confirmed signer is a document signer that the carrier asked the issuer about, by the SHA-256 of its
/// certificate: documents that it signed are believed without the network.
struct TrustBundle
{
    static constexpr const char* contentType = "2.25.142295469856598811423131299493137479332";

    std::uint32_t version = 0;
    std::string signer; ///< subject of the certificate that signed it
    TrustStore::Content content;
};

/// Reads a bundle and checks its signature. The signer's certificate must chain, over authorities in the message, to
/// one of @p carriers, which must be valid at @p at. @p source is noted with each entry.
///
/// TRUST_IMPORT_BROKEN names the entry that is wrong; TRUST_IMPORT_UNSIGNED if no carrier vouches for the bundle.
Result<TrustBundle> readTrustBundle(const SignedData& message, const std::vector<CertificateHandle>& carriers,
                                    TimePoint at, const std::string& source);

} // namespace chinhchu::nfc
