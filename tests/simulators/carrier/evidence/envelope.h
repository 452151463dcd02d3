#pragma once

#include "pki/authority.h"

#include <QByteArray>
#include <QString>

namespace chinhchu::sandbox {

/// What cannot be opened, with the code of the refusal.
struct EnvelopeError
{
    QString code;
    QString detail;
};

/// The inside of a sealed piece of evidence.
struct OpenedEnvelope
{
    QByteArray payload;
    /// Who signed it: the device id in a certificate of this carrier's authority.
    QString signer;
    Authority::Point point = Authority::Point::Authorised; ///< where that device stands
};

/// Decrypts (CMS AuthEnvelopedData, AES-256-GCM) and checks the device's signature (CMS SignedData with the attribute
/// signingCertificateV2). Throws EnvelopeError: ENVELOPE_UNREADABLE or SIGNATURE_INVALID.
OpenedEnvelope openEnvelope(const QByteArray& sealed, const Authority& authority);

} // namespace chinhchu::sandbox
