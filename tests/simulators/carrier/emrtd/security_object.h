#pragma once

#include "pki/openssl_types.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

namespace chinhchu::sandbox {

/// EF.SOD (ICAO 9303-10, 4.6.2): hashes of the data groups, signed by a document signer.
class SecurityObject
{
public:
    enum class Signature
    {
        Verified,
        Invalid,       ///< the signature is wrong, or nothing that can be checked
        IssuerUnknown, ///< right, but no trusted certificate stands above the signer
        ChainInvalid,  ///< right, but the signer's certificate is expired or otherwise not valid
    };

    /// Nothing if it is not a security object.
    static std::optional<SecurityObject> parse(const QByteArray& file);

    /// Checks the signature and builds the chain to one of @p anchors.
    [[nodiscard]] Signature verify(STACK_OF(X509) * anchors) const;

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
