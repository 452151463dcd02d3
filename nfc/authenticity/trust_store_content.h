#pragma once

#include "nfc/authenticity/certificate.h"
#include "nfc/authenticity/trust_store.h"

#include <memory>
#include <vector>

namespace chinhchu::nfc {

/// For which documents an issuer is trusted.
enum class DocumentScope
{
    Any,         ///< all document types of the certificate's own state
    CitizenCard, ///< Vietnamese citizen cards (type I, state VNM) only
    Passport     ///< everything but citizen cards
};

/// "any", "citizen-card", "passport".
std::string_view toString(DocumentScope scope);

/// A certificate that is decoded when it is first needed: a store holds hundreds, a document needs one or two. Copies
/// share the decoded form; any thread may ask.
class LazyCertificate
{
public:
    explicit LazyCertificate(Bytes der);
    explicit LazyCertificate(CertificateHandle decoded);

    /// Null if the bytes are no certificate.
    [[nodiscard]] X509* get() const;
    [[nodiscard]] const Bytes& der() const;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

/// What finds a certificate without decoding it.
struct CertificateIndex
{
    std::uint32_t subject = 0; ///< hash of the canonical subject name
    Bytes keyId;               ///< subject key identifier; empty if it has none

    static CertificateIndex of(X509* certificate);
};

/// A certificate that is trusted: a CSCA (self-signed or link), or a single document signer.
struct Anchor
{
    LazyCertificate certificate;
    CertificateIndex index;
    DocumentScope scope = DocumentScope::Any;
    std::string source;      ///< the file it came from
    bool fromBundle = false; ///< the carrier's, and gone with its next bundle if that lacks it

    static Anchor of(CertificateHandle certificate, DocumentScope scope, std::string source);
};

struct RevocationList
{
    std::shared_ptr<X509_CRL> list;
    std::string source;
    bool fromBundle = false;
};

/// A document signer that the carrier asked the issuer about: believed without the network.
struct ConfirmedSigner
{
    std::string sha256; ///< of its certificate; hexadecimal, lower case
    DocumentScope scope = DocumentScope::Any;
    std::string source;
};

/// A fault of its documents that a state has made known (ICAO 9303-3, deviation list).
struct KnownDeviation
{
    Bytes der;           ///< the Deviation
    std::string country; ///< of who signed the list: a state speaks of its own documents
    std::string source;
};

struct TrustStore::Content
{
    std::vector<Anchor> anchors;
    std::vector<RevocationList> revocationLists;
    std::vector<ConfirmedSigner> confirmedSigners; ///< all of the carrier's bundle
    std::vector<KnownDeviation> deviations;

    /// Anchors that @p certificate may name as its issuer, by name or by key identifier.
    [[nodiscard]] std::vector<Anchor> namedBy(X509* certificate) const;
    /// Anchors with the subject of @p certificate.
    [[nodiscard]] std::vector<Anchor> withSubjectOf(X509* certificate) const;
    /// The scopes for which @p signer is confirmed; empty if it is not.
    [[nodiscard]] std::vector<DocumentScope> confirmedScopes(X509* signer) const;
};

} // namespace chinhchu::nfc
