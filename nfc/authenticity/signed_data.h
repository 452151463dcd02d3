#pragma once

#include "nfc/authenticity/certificate.h"

#include <functional>
#include <memory>
#include <vector>

namespace chinhchu::nfc {

/// A CMS SignedData (RFC 5652, 5): EF.SOD, EF.CardSecurity or a master list. BER with indefinite lengths is accepted.
struct SignedData
{
    std::shared_ptr<CMS_ContentInfo> cms;
    std::string contentType; ///< dotted
    Bytes content;           ///< the octets that were signed
    std::vector<CertificateHandle> certificates;
};

/// SOD_MALFORMED if @p data is no SignedData with content inside.
Result<SignedData> parseSignedData(ByteView data);

/// What one SignerInfo turned out to be.
struct SignerOutcome
{
    CertificateHandle certificate; ///< empty if none was found
    tl::expected<SignatureScheme, Failure> signature;
    std::optional<TimePoint> signingTime; ///< signed by the signer, but his own word
};

/// Verifies every SignerInfo. Certificates are looked for in the message; only where none fits there, among those that
/// @p known gives.
std::vector<SignerOutcome> verifySigners(const SignedData& data,
                                         const std::function<std::vector<CertificateHandle>()>& known);

} // namespace chinhchu::nfc
