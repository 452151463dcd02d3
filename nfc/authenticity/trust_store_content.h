#pragma once

#include "nfc/authenticity/certificate.h"
#include "nfc/authenticity/trust_store.h"

#include <vector>

namespace chinhchu::nfc {

/// For which documents an issuer is trusted.
enum class DocumentScope
{
    Any,         ///< all document types of the certificate's own state
    CitizenCard, ///< Vietnamese citizen cards (type I, state VNM) only
    Passport     ///< everything but citizen cards
};

/// A certificate that is trusted: a CSCA (self-signed or link), or a single document signer.
struct Anchor
{
    CertificateHandle certificate;
    DocumentScope scope = DocumentScope::Any;
    std::string source; ///< the file it came from
};

struct RevocationList
{
    std::shared_ptr<X509_CRL> list;
    std::string source;
};

struct TrustStore::Content
{
    std::vector<Anchor> anchors;
    std::vector<RevocationList> revocationLists;
};

} // namespace chinhchu::nfc
