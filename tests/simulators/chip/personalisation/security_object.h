#pragma once

#include "tests/simulators/chip/personalisation/issuer.h"

#include <map>

namespace chinhchu::chip {

/// A CMS SignedData (RFC 5652) of the document signer around @p content.
Bytes makeSignedData(const Profile& profile, const Issuer& issuer, const char* contentType, ByteView content);

/// EF.SOD (ICAO 9303-10, 4.6.2): the hashes of the data groups (number -> content), signed by the document signer.
Bytes makeSecurityObject(const Profile& profile, const Issuer& issuer, const std::map<int, Bytes>& groups);

} // namespace chinhchu::chip
