#include "nfc/access/dh_group.h"

namespace chinhchu::nfc {

namespace {

Number duplicate(const BIGNUM* number)
{
    Number copy(BN_dup(number));
    requireOpenssl(copy != nullptr);
    return copy;
}

void powerModulo(BIGNUM* result, const BIGNUM* base, const BIGNUM* exponent, const BIGNUM* modulus)
{
    const NumberContext context = newContext();
    requireOpenssl(BN_mod_exp_mont_consttime(result, base, exponent, modulus, context.get(), nullptr) == 1);
}

/// 1 < number < prime - 1
bool inRange(const BIGNUM* number, const BIGNUM* prime)
{
    const Number last = duplicate(prime);
    requireOpenssl(BN_sub_word(last.get(), 1) == 1);
    return BN_cmp(number, BN_value_one()) > 0 && BN_cmp(number, last.get()) < 0;
}

tl::unexpected<Failure> badKey(const char* why)
{
    return fail(FailureCode::CardAnswerMalformed, std::string("public key of the chip: ") + why);
}

} // namespace

DhGroup::DhGroup(Number prime, Number order, Number generator)
    : m_prime(std::move(prime))
    , m_order(std::move(order))
    , m_generator(std::move(generator))
    , m_primeBytes(byteCount(m_prime.get()))
{
}

const BIGNUM* DhGroup::privateKeyLimit() const
{
    return BN_is_zero(m_order.get()) ? m_prime.get() : m_order.get();
}

Bytes DhGroup::publicKeyOf(const BIGNUM* privateKey) const
{
    const Number publicKey = newNumber();
    powerModulo(publicKey.get(), m_generator.get(), privateKey, m_prime.get());
    return paddedBytes(publicKey.get(), m_primeBytes);
}

Result<Number> DhGroup::common(ByteView privateKey, ByteView chipPublicKey) const
{
    if (chipPublicKey.size() > m_primeBytes)
        return badKey("longer than the prime");
    const Number other = numberFrom(chipPublicKey);
    if (!inRange(other.get(), m_prime.get()))
        return badKey("out of range");
    if (!BN_is_zero(m_order.get())) {
        // A value of another order would tell the chip, or somebody in between, bits of the private key.
        const Number check = newNumber();
        powerModulo(check.get(), other.get(), m_order.get(), m_prime.get());
        if (!BN_is_one(check.get()))
            return badKey("of another order");
    }
    const Number secret = numberFrom(privateKey);
    Number result = newNumber();
    powerModulo(result.get(), other.get(), secret.get(), m_prime.get());
    if (BN_is_one(result.get()))
        return badKey("of small order");
    return result;
}

Result<Bytes> DhGroup::agree(ByteView privateKey, ByteView chipPublicKey) const
{
    return common(privateKey, chipPublicKey).map([this](const Number& secret) {
        return paddedBytes(secret.get(), m_primeBytes);
    });
}

Result<Bytes> DhGroup::multiply(ByteView scalar, ByteView chipPublicKey) const
{
    return agree(scalar, chipPublicKey);
}

Result<std::unique_ptr<AgreementGroup>> DhGroup::mapGeneric(ByteView nonce, ByteView privateKey,
                                                            ByteView chipPublicKey) const
{
    const auto shared = common(privateKey, chipPublicKey);
    if (!shared)
        return tl::make_unexpected(shared.error());
    const NumberContext context = newContext();
    Number mapped = newNumber();
    powerModulo(mapped.get(), m_generator.get(), numberFrom(nonce).get(), m_prime.get());
    requireOpenssl(BN_mod_mul(mapped.get(), mapped.get(), shared->get(), m_prime.get(), context.get()) == 1);
    return withGenerator(std::move(mapped));
}

/// ICAO 9303-11, B.1: R to the power of (p - 1) / q.
Result<std::unique_ptr<AgreementGroup>> DhGroup::mapIntegrated(ByteView pseudoRandom) const
{
    if (BN_is_zero(m_order.get()))
        return fail(FailureCode::CardNotSupported, "integrated mapping needs the order of the group");
    const NumberContext context = newContext();
    const Number base = numberFrom(pseudoRandom);
    const Number exponent = duplicate(m_prime.get());
    Number mapped = newNumber();
    requireOpenssl(BN_nnmod(base.get(), base.get(), m_prime.get(), context.get()) == 1 &&
                   BN_sub_word(exponent.get(), 1) == 1 &&
                   BN_div(exponent.get(), nullptr, exponent.get(), m_order.get(), context.get()) == 1);
    powerModulo(mapped.get(), base.get(), exponent.get(), m_prime.get());
    return withGenerator(std::move(mapped));
}

Result<std::unique_ptr<AgreementGroup>> DhGroup::withGenerator(Number generator) const
{
    if (!inRange(generator.get(), m_prime.get()))
        return badKey("leads to no generator");
    return std::make_unique<DhGroup>(duplicate(m_prime.get()), duplicate(m_order.get()), std::move(generator));
}

int DhGroup::primeBits() const
{
    return BN_num_bits(m_prime.get());
}

Bytes DhGroup::prime() const
{
    return paddedBytes(m_prime.get(), m_primeBytes);
}

Bytes DhGroup::generator() const
{
    return paddedBytes(m_generator.get(), m_primeBytes);
}

} // namespace chinhchu::nfc
