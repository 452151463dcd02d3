#pragma once

#include "nfc/authenticity/openssl_handles.h"
#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <string>

namespace chinhchu::nfc {

/// ISO/IEC 9796-2, digital signature scheme 1 with partial recovery, as Active Authentication uses it (ICAO
/// 9303-11, 6.1.2.2): the signature gives back M1, @p message is M2. Gives the name of the digest;
/// ACTIVE_AUTHENTICATION_FAILED otherwise.
Result<std::string> verifyIso9796(EVP_PKEY* key, ByteView message, ByteView signature);

/// The same check of a representative that was already recovered (the standard's worked examples have no key).
Result<std::string> checkIso9796Representative(ByteView recovered, ByteView message);

} // namespace chinhchu::nfc
