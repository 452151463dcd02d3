#pragma once

#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <QByteArray>

namespace chinhchu::app {

/// The content of a document that the carrier signed (policy, trust list, batch of nonces): CMS SignedData whose signer is
/// a certificate of @p authorityPem with the organisational unit "documents". A device's certificate comes from the same
/// authority and signs nothing of the kind. CARRIER_UNTRUSTED says why it is not believed.
Result<QByteArray> openSignedDocument(const QByteArray& signedDocument, const QByteArray& authorityPem);

} // namespace chinhchu::app
