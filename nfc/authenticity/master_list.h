#pragma once

#include "nfc/authenticity/signed_data.h"

namespace chinhchu::nfc {

/// A CSCA master list (ICAO 9303-12, annex F): certificates of many states, signed by one.
struct MasterList
{
    std::string signer;              ///< subject of the certificate that signed it
    std::vector<Bytes> certificates; ///< DER, in the order of the list
};

/// Reads a master list and checks its signature. The signer's certificate must have the purpose of signing master lists
/// and chain, over authorities in the message, to one of @p roots, which must be valid at @p at.
///
/// TRUST_IMPORT_BROKEN if it is none (naming the entry), TRUST_IMPORT_UNSIGNED if no root vouches for it.
Result<MasterList> readMasterList(ByteView data, const std::vector<CertificateHandle>& roots, TimePoint at);

} // namespace chinhchu::nfc
