#include "tests/simulators/chip/card/chip_authentication.h"

#include "tests/simulators/chip/wire/key_group.h"

namespace chinhchu::chip {

std::optional<SecureChannel> authenticateChip(const ChipKey& key, ByteView theirPublic)
{
    const auto group = standardGroup(key.offer.parameterId);
    if (!group->isPublicKey(theirPublic))
        return {};
    const Bytes secret = group->sharedSecret(group->multiply(key.privateKey, theirPublic));
    return SecureChannel::fromSecret(static_cast<Cipher>(key.offer.cipher), secret);
}

} // namespace chinhchu::chip
