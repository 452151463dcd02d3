#pragma once

#include "tests/simulators/chip/card/secure_channel.h"
#include "tests/simulators/chip/personalisation/key_maker.h"

namespace chinhchu::chip {

/// The chip's side of Chip Authentication version 1 (ICAO 9303-11, 6.2): agrees upon new session keys with the static
/// key. Nothing if @p theirPublic is no key of the group.
std::optional<SecureChannel> authenticateChip(const ChipKey& key, ByteView theirPublic);

} // namespace chinhchu::chip
