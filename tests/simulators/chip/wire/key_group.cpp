#include "tests/simulators/chip/wire/key_group.h"

#include "tests/simulators/chip/wire/big_number.h"
#include "tests/simulators/chip/wire/curve_group.h"
#include "tests/simulators/chip/wire/integer_group.h"

#include <string>

namespace chinhchu::chip {

namespace {

struct Standardised
{
    int id;
    const char* name;
    bool curve;
};

// ICAO 9303-11, Table 6: standardised domain parameters.
constexpr Standardised groups[] = {
    {0, "dh_1024_160", false},     {1, "dh_2048_224", false},    {2, "dh_2048_256", false},
    {8, "prime192v1", true},       {9, "brainpoolP192r1", true}, {10, "secp224r1", true},
    {11, "brainpoolP224r1", true}, {12, "prime256v1", true},     {13, "brainpoolP256r1", true},
    {14, "brainpoolP320r1", true}, {15, "secp384r1", true},      {16, "brainpoolP384r1", true},
    {17, "brainpoolP512r1", true}, {18, "secp521r1", true},
};

} // namespace

std::shared_ptr<const KeyGroup> standardGroup(int parameterId)
{
    for (const Standardised& group : groups) {
        if (group.id != parameterId)
            continue;
        if (group.curve)
            return std::make_shared<CurveGroup>(group.name);
        return std::make_shared<IntegerGroup>(group.name);
    }
    return {};
}

int standardGroupId(std::string_view name)
{
    for (const Standardised& group : groups)
        if (group.name == name)
            return group.id;
    return -1;
}

const char* standardGroupName(int parameterId)
{
    for (const Standardised& group : groups)
        if (group.id == parameterId)
            return group.name;
    return "";
}

Bytes KeyGroup::quotient(ByteView a, ByteView b) const
{
    const auto context = bigContext();
    const Big n = big(order());
    const Big inverse(BN_mod_inverse(nullptr, big(b).get(), n.get(), context.get()));
    const Big result = big();
    check(inverse && BN_mod_mul(result.get(), big(a).get(), inverse.get(), n.get(), context.get()), "quotient");
    return bytesOf(result.get(), BN_num_bytes(n.get()));
}

Bytes KeyGroup::randomScalar(const Randomness& random) const
{
    const Bytes limit = order();
    const Bytes zero(limit.size());
    for (;;) {
        Bytes scalar = random(limit.size());
        // The order may have fewer bits than its bytes hold (521 bits in 66 bytes).
        for (std::uint8_t mask = 0x80; mask != 0 && !(limit[0] & mask); mask >>= 1)
            scalar[0] &= static_cast<std::uint8_t>(~mask);
        if (scalar < limit && scalar != zero)
            return scalar;
    }
}

} // namespace chinhchu::chip
