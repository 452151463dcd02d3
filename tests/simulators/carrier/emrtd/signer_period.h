#pragma once

#include "pki/openssl_types.h"

#include <QDate>

namespace chinhchu::sandbox {

/// Whether a document signer could sign on @p day: within the validity of its certificate and, where that says less,
/// the period of its private key (ICAO 9303-12, 7.1.1). A day more on either side, for days have no time zone.
bool couldSign(const X509* signer, const QDate& day);

} // namespace chinhchu::sandbox
