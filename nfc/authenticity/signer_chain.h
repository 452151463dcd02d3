#pragma once

#include "nfc/authenticity/checklist.h"
#include "nfc/authenticity/trust_store_content.h"

namespace chinhchu::nfc {

/// Whether the store vouches for a signer.
enum class ChainTrust
{
    None,    ///< nobody in the store vouches for the signer
    Trusted, ///< at least one anchor does
    Broken   ///< an anchor is named, and it did not make the certificate
};

/// Who vouches for a document signer.
struct SignerChain
{
    ChainTrust trust = ChainTrust::None;
    /// All anchors whose key made the certificate (a CSCA and its link certificate share one); the signer's own entry
    /// if it is in the store itself.
    std::vector<Anchor> anchors;
    /// For which documents the anchors are trusted, or the signer itself is confirmed by the carrier.
    std::vector<DocumentScope> scopes;
    RevocationState revocation = RevocationState::Missing;
};

/// Builds the chain of ICAO 9303-12 from @p signer to the store: issuer by name or key identifier, every issuer of that
/// name tried; link certificates that came with the document (@p bundled) carry on to the next key.
SignerChain checkSignerChain(X509* signer, const std::vector<CertificateHandle>& bundled,
                             const TrustStore::Content& trust, TimePoint at, Checklist& list);

} // namespace chinhchu::nfc
