#pragma once

#include "nfc/authenticity/authenticity_verdict.h"

namespace chinhchu::nfc {

/// Signed data can be copied whole; only a key that never leaves the chip tells the chip from its copy (ICAO 9303-11,
/// 5.2 and 5.3). Where the SOD hashes no such key, that is a state of its own, neither failed nor verified.
///
/// Adds CHIP_PROOF_ABSENT, which policy decides about, to a verdict whose `active` and `chip` are both unsupported; for
/// a citizen card CHIP_PROOF_REQUIRED, a failure: each of them is issued with a key.
void judgeChipProof(AuthenticityVerdict& verdict, bool citizenCard);

} // namespace chinhchu::nfc
