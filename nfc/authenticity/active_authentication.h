#pragma once

#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <optional>

namespace chinhchu::nfc {

/// What anybody can verify later without the card: the chip's answer to a challenge (ICAO 9303-11, 6.1).
struct ActiveAuthenticationTranscript
{
    Bytes challenge; ///< 8 bytes, RND.IFD
    Bytes response;  ///< the chip's signature
};

/// Checks the answer against the key in DG15 (RSA: ISO/IEC 9796-2 scheme 1 with any digest and trailer; ECDSA: plain or
/// DER). @p dg14 may be empty; it names the digest of ECDSA (ActiveAuthenticationInfo).
Result<void> verifyActiveAuthentication(ByteView dg15, ByteView dg14, const ActiveAuthenticationTranscript& transcript);

} // namespace chinhchu::nfc
