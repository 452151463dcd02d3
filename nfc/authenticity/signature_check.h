#pragma once

#include "nfc/authenticity/openssl_handles.h"
#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <string>
#include <vector>

namespace chinhchu::nfc {

/// How a signature was found to be right.
struct SignatureScheme
{
    std::string name; ///< "RSASSA-PSS SHA-256, RSA 2048", "ECDSA SHA-384, brainpoolP384r1"
    bool weakDigest = false;
    /// Where the signature departs from what it declares and is accepted all the same, in words.
    std::vector<std::string> leniencies;
};

/// The digests of ICAO 9303-12, 4.4, and SHA-1, which old documents have. Null for any other (MD5 in particular).
const EVP_MD* acceptedDigest(int nid);

/// "SHA-256".
std::string digestName(const EVP_MD* digest);

/// "RSA 2048" or "brainpoolP256r1"; what can be said of any other key.
std::string keyName(EVP_PKEY* key);

/// KEY_TOO_WEAK (RSA below 1024 bits, curves below 160), CURVE_NOT_KNOWN (explicit parameters that are not those of a
/// known curve), SIGNATURE_ALGORITHM_UNKNOWN (neither RSA nor EC). @p key null: KEY_UNREADABLE.
Result<void> checkKey(EVP_PKEY* key);

/// Verifies @p signature over @p message.
///
/// @p algorithm the declared signature algorithm with its parameters; @p digestHint the digest declared beside it
/// (CMS), for algorithms that name none; may be null. Leniencies, each named: parameters absent, PSS under a plain-RSA
/// identifier and the reverse, DigestInfo without NULL, plain ECDSA where DER is declared.
Result<SignatureScheme> verifySignature(EVP_PKEY* key, const X509_ALGOR* algorithm, const EVP_MD* digestHint,
                                        ByteView message, ByteView signature);

} // namespace chinhchu::nfc
