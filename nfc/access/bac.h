#pragma once

#include "nfc/access/access_key.h"
#include "nfc/access/random_source.h"
#include "nfc/apdu/card_link.h"

namespace chinhchu::nfc {

/// Basic Access Control (ICAO 9303-11, 4.3): both sides prove that they know the machine-readable zone, and a 3DES
/// channel is opened on @p link. The eMRTD application must be selected.
///
/// ACCESS_KEY_WRONG: the chip said no to this key. CARD_REFUSED: it did not let the protocol run.
Result<void> openWithBac(CardLink& link, const MrzKey& key, const RandomSource& random);

} // namespace chinhchu::nfc
