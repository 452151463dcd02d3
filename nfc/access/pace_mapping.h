#pragma once

#include "nfc/access/agreement_group.h"

namespace chinhchu::nfc {

/// The pseudo-random number of Integrated Mapping, R_p(s, t) before the reduction modulo p (ICAO 9303-11, 4.4.3.3.2):
/// at least 64 bits longer than the prime.
Bytes integratedMappingNumber(Cipher cipher, ByteView chipNonce, ByteView readerNonce, int primeBits);

} // namespace chinhchu::nfc
