#pragma once

#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <string>
#include <string_view>
#include <vector>

namespace chinhchu::nfc {

/// One binary value of an LDIF export (RFC 2849), as the ICAO public key directory gives it out.
struct LdifValue
{
    std::size_t line = 0;  ///< where it begins, from 1
    std::string attribute; ///< lower case, without options: "certificaterevocationlist"
    Bytes value;
};

/// Whether @p text looks like LDIF ("dn:" or "version:" at its beginning).
bool looksLikeLdif(std::string_view text);

/// The base64 values of @p text. TRUST_IMPORT_BROKEN names the line that is none.
Result<std::vector<LdifValue>> readLdif(std::string_view text);

} // namespace chinhchu::nfc
