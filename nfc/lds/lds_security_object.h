#pragma once

#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <map>
#include <string>

namespace chinhchu::nfc {

/// What EF.SOD signs: the hash of every data group (ICAO 9303-10, 4.6.2.3). Versions 0 (LDS 1.7) and 1 (LDS 1.8).
struct LdsSecurityObject
{
    int version = 0;
    Bytes digestOid;             ///< content bytes of the digest's object identifier
    std::map<int, Bytes> hashes; ///< by data group, 1 to 16
    std::string ldsVersion;      ///< "0108"; version 1 only
    std::string unicodeVersion;
};

/// SOD_HASH_LIST_MALFORMED if @p content is none, lists a data group twice or one that cannot be.
Result<LdsSecurityObject> parseLdsSecurityObject(ByteView content);

} // namespace chinhchu::nfc
