#pragma once

#include "nfc/authenticity/signature_check.h"

#include <optional>

namespace chinhchu::nfc {

/// RSASSA-PKCS1-v1_5 (RFC 8017, 8.2). A DigestInfo without NULL parameters is accepted and named.
Result<SignatureScheme> verifyRsaPkcs1(EVP_PKEY* key, const EVP_MD* digest, ByteView message, ByteView signature);

/// RSASSA-PSS (RFC 8017, 8.1) with the parameters in @p algorithm. Without them (null, or absent in it) @p digest
/// serves for message and mask, and the salt may have any length.
Result<SignatureScheme> verifyRsaPss(EVP_PKEY* key, const X509_ALGOR* algorithm, const EVP_MD* digest, ByteView message,
                                     ByteView signature);

/// The public operation alone: signature to the power of e, as long as the modulus. Nothing if the signature is longer
/// than the modulus or not below it.
std::optional<Bytes> rsaRecover(EVP_PKEY* key, ByteView signature);

} // namespace chinhchu::nfc
