#pragma once

#include "emrtd/trust_anchors.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

namespace chinhchu::sandbox {

/// What is to be thought of the certificate of a document signer.
enum class SignerVerdict
{
    Trusted,
    IssuerUnknown, ///< no trusted certificate stands above it
    Revoked,
    Invalid, ///< the chain did not hold when the certificate was made
};

/// Builds the chain from @p signer to one of @p anchors; @p extra (may be null) are certificates that came along.
SignerVerdict judgeSigner(X509* signer, STACK_OF(X509) * extra, const AnchorSet& anchors);

/// EF.SOD (ICAO 9303-10, 4.6.2): hashes of the data groups, signed by a document signer.
class SecurityObject
{
public:
    /// Nothing if it is not a security object.
    static std::optional<SecurityObject> parse(const QByteArray& file);

    /// Checks the signature with a certificate that it carries, and gives that certificate; null if the signature is
    /// wrong.
    [[nodiscard]] CertificatePtr verifiedSigner() const;
    [[nodiscard]] SignerVerdict judge(X509* signer, const AnchorSet& anchors) const;

    /// Does the security object hash data group @p number at all?
    [[nodiscard]] bool hashes(int number) const { return m_hashes.contains(number); }
    /// Is @p file, byte for byte, what was hashed?
    [[nodiscard]] bool matches(int number, const QByteArray& file) const;

private:
    bool readHashes(const QByteArray& content);

    CmsPtr m_cms;
    const EVP_MD* m_digest = nullptr;
    QMap<int, QByteArray> m_hashes;
};

} // namespace chinhchu::sandbox
