#pragma once

#include "nfc/access/random_source.h"
#include "nfc/apdu/card_link.h"

namespace chinhchu::nfc {

/// Chip Authentication version 1 (ICAO 9303-11, 6.2): agrees on new keys with the chip's static key from DG14 and goes
/// on in the channel that they open. Only a chip that has the private key can follow: the next answer proves it. To us,
/// now, and to nobody else, because we could have made that answer ourselves.
///
/// @p dg14 must be authenticated. CARD_NOT_SUPPORTED: it holds no key that is known here. CHIP_AUTHENTICATION_FAILED:
/// the chip refused, or the channel broke; it must then be opened anew.
Result<void> authenticateChip(CardLink& link, const SecurityInfos& dg14, const RandomSource& random);

/// True if DG14 holds a key with which authenticateChip() can run.
bool offersChipAuthentication(const SecurityInfos& dg14);

} // namespace chinhchu::nfc
