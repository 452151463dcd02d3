#include "nfc/access/agreement_group.h"

namespace chinhchu::nfc {

Result<KeyPair> AgreementGroup::generate(const RandomSource& random) const
{
    const BIGNUM* limit = privateKeyLimit();
    const std::size_t size = byteCount(limit);
    const int excessBits = static_cast<int>(size) * 8 - BN_num_bits(limit);
    constexpr int attempts = 128; // each fails with a probability of at most one half
    for (int i = 0; i < attempts; ++i) {
        auto bytes = random(size);
        if (!bytes)
            return tl::make_unexpected(bytes.error());
        bytes->front() = static_cast<std::uint8_t>(bytes->front() & (0xFF >> excessBits));
        const Number secret = numberFrom(*bytes);
        if (BN_is_zero(secret.get()) || BN_cmp(secret.get(), limit) >= 0)
            continue;
        Bytes publicKey = publicKeyOf(secret.get());
        return KeyPair{std::move(*bytes), std::move(publicKey)};
    }
    return fail(FailureCode::SettingsInvalid, "the random number generator does not work");
}

} // namespace chinhchu::nfc
