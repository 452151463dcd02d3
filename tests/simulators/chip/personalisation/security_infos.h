#pragma once

#include "tests/simulators/chip/personalisation/key_maker.h"

namespace chinhchu::chip {

/// The object identifiers that a card announces and a terminal asks for (ICAO 9303-11, 9.2), dotted.
std::string paceOid(const PaceOffer& offer);
std::string chipAuthenticationOid(const ChipKeyOffer& offer);

/// EF.CardAccess: what can be read before anything is open, and nobody has signed.
Bytes makeCardAccess(const std::vector<PaceOffer>& pace, const std::vector<ChipKey>& keys);
/// What EF.CardSecurity signs: the same with the public keys, by the number of their group (ICAO 9303-11, 9.2.11).
Bytes makeCardSecurityContent(const std::vector<PaceOffer>& pace, const std::vector<ChipKey>& keys);
/// DG14: the same, signed, with the keys of Chip Authentication and the digest of an ECDSA Active Authentication.
Bytes makeDg14(const Profile& profile, const std::vector<ChipKey>& keys);

} // namespace chinhchu::chip
