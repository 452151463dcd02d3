#pragma once

#include "pki/authority.h"

#include <QByteArray>

namespace chinhchu::sandbox {

/// @p json as CMS SignedData with the content inside, signed by the carrier's certificate for documents (organisational
/// unit "documents"): policy, trust list and batches of nonces. Throws PkiError.
QByteArray signDocument(const Authority& authority, const QByteArray& json);

} // namespace chinhchu::sandbox
