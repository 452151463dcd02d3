#include "nfc/access/random_source.h"

#include <openssl/rand.h>

namespace chinhchu::nfc {

RandomSource systemRandom()
{
    return [](std::size_t count) -> Result<Bytes> {
        Bytes bytes(count);
        if (RAND_priv_bytes(bytes.data(), static_cast<int>(count)) != 1)
            return fail(FailureCode::SettingsInvalid, "the random number generator does not work");
        return bytes;
    };
}

} // namespace chinhchu::nfc
