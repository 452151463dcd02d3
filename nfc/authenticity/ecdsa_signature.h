#pragma once

#include "nfc/authenticity/signature_check.h"

namespace chinhchu::nfc {

/// ECDSA with the signature as DER SEQUENCE of two INTEGERs (X9.62), or @p plain as r and s side by side (BSI TR-03111,
/// 5.2.1). The form that is not declared is tried as well and named.
Result<SignatureScheme> verifyEcdsa(EVP_PKEY* key, const EVP_MD* digest, bool plain, ByteView message,
                                    ByteView signature);

} // namespace chinhchu::nfc
