#pragma once

#include "nfc/access/openssl_numbers.h"
#include "resources/base/failure.h"

namespace chinhchu::nfc {

/// From a pseudo-random number to a point of the curve whose discrete logarithm nobody knows, for Integrated Mapping
/// (ICAO 9303-11, 4.4.3.3.2 and appendix B.2). Defined for curves whose prime is 3 modulo 4, else CARD_NOT_SUPPORTED.
Result<Point> encodeAsPoint(const EC_GROUP* curve, ByteView pseudoRandom);

} // namespace chinhchu::nfc
