#include "nfc/access/ec_group.h"

namespace chinhchu::nfc {

namespace {

tl::unexpected<Failure> badPoint(const char* why)
{
    return fail(FailureCode::CardAnswerMalformed, std::string("public key of the chip: ") + why);
}

Number fieldPrime(const EC_GROUP* group)
{
    Number prime = newNumber();
    requireOpenssl(EC_GROUP_get_curve(group, prime.get(), nullptr, nullptr, nullptr) == 1);
    return prime;
}

} // namespace

EcGroup::EcGroup(Group group)
    : m_group(std::move(group))
    , m_fieldBytes(byteCount(fieldPrime(m_group.get()).get()))
{
}

Result<Point> EcGroup::decodePoint(ByteView encoded) const
{
    // Only the uncompressed form: a compressed one is not allowed here (ICAO 9303-11, 9.4.2), and its decoding costs.
    if (encoded.size() != 1 + 2 * m_fieldBytes || encoded[0] != 0x04)
        return badPoint("not an uncompressed point of this curve");
    Point point(EC_POINT_new(m_group.get()));
    requireOpenssl(point != nullptr);
    // OpenSSL checks that the point is on the curve.
    if (EC_POINT_oct2point(m_group.get(), point.get(), encoded.data(), encoded.size(), nullptr) != 1)
        return badPoint("not on the curve");
    return point;
}

Bytes EcGroup::encodePoint(const EC_POINT* point) const
{
    Bytes encoded(1 + 2 * m_fieldBytes);
    requireOpenssl(EC_POINT_point2oct(m_group.get(), point, POINT_CONVERSION_UNCOMPRESSED, encoded.data(),
                                      encoded.size(), nullptr) == encoded.size());
    return encoded;
}

Result<KeyPair> EcGroup::generate(const RandomSource& random) const
{
    const BIGNUM* order = EC_GROUP_get0_order(m_group.get());
    const std::size_t size = byteCount(order);
    const int excessBits = static_cast<int>(size) * 8 - BN_num_bits(order);
    constexpr int attempts = 128; // each fails with a probability of at most one half
    for (int i = 0; i < attempts; ++i) {
        auto bytes = random(size);
        if (!bytes)
            return tl::make_unexpected(bytes.error());
        bytes->front() = static_cast<std::uint8_t>(bytes->front() & (0xFF >> excessBits));
        const Number secret = numberFrom(*bytes);
        if (BN_is_zero(secret.get()) || BN_cmp(secret.get(), order) >= 0)
            continue;
        Point point(EC_POINT_new(m_group.get()));
        requireOpenssl(point && EC_POINT_mul(m_group.get(), point.get(), secret.get(), nullptr, nullptr, nullptr) == 1);
        return KeyPair{std::move(*bytes), encodePoint(point.get())};
    }
    return fail(FailureCode::SettingsInvalid, "the random number generator does not work");
}

Result<Point> EcGroup::commonPoint(ByteView privateKey, ByteView chipPublicKey) const
{
    auto other = decodePoint(chipPublicKey);
    if (!other)
        return other;
    Point common(EC_POINT_new(m_group.get()));
    const Number secret = numberFrom(privateKey);
    requireOpenssl(common &&
                   EC_POINT_mul(m_group.get(), common.get(), nullptr, other->get(), secret.get(), nullptr) == 1);
    if (EC_POINT_is_at_infinity(m_group.get(), common.get()) == 1)
        return badPoint("of small order");
    return common;
}

Result<Bytes> EcGroup::agree(ByteView privateKey, ByteView chipPublicKey) const
{
    return commonPoint(privateKey, chipPublicKey).map([this](const Point& common) {
        const Bytes encoded = encodePoint(common.get());
        return Bytes(encoded.begin() + 1, encoded.begin() + 1 + static_cast<std::ptrdiff_t>(m_fieldBytes));
    });
}

Result<Bytes> EcGroup::multiply(ByteView scalar, ByteView chipPublicKey) const
{
    return commonPoint(scalar, chipPublicKey).map([this](const Point& common) { return encodePoint(common.get()); });
}

Result<std::unique_ptr<AgreementGroup>> EcGroup::mapGeneric(ByteView nonce, ByteView privateKey,
                                                            ByteView chipPublicKey) const
{
    const auto common = commonPoint(privateKey, chipPublicKey);
    if (!common)
        return tl::make_unexpected(common.error());
    const Number s = numberFrom(nonce);
    const Number one = newNumber();
    Point mapped(EC_POINT_new(m_group.get()));
    // s * G + 1 * H
    requireOpenssl(mapped && BN_one(one.get()) == 1 &&
                   EC_POINT_mul(m_group.get(), mapped.get(), s.get(), common->get(), one.get(), nullptr) == 1);
    if (EC_POINT_is_at_infinity(m_group.get(), mapped.get()) == 1)
        return badPoint("leads to no generator");
    return withGenerator(mapped.get());
}

std::unique_ptr<AgreementGroup> EcGroup::withGenerator(const EC_POINT* point) const
{
    Group group(EC_GROUP_dup(m_group.get()));
    requireOpenssl(group && EC_GROUP_set_generator(group.get(), point, EC_GROUP_get0_order(m_group.get()),
                                                   EC_GROUP_get0_cofactor(m_group.get())) == 1);
    return std::make_unique<EcGroup>(std::move(group));
}

/// Point encoding of ICAO 9303-11, B.2: from a field element t to a point of the curve, in affine coordinates, for
/// primes that are 3 modulo 4.
Result<std::unique_ptr<AgreementGroup>> EcGroup::mapIntegrated(ByteView pseudoRandom) const
{
    const NumberContext context = newContext();
    const Number p = newNumber();
    const Number a = newNumber();
    const Number b = newNumber();
    requireOpenssl(EC_GROUP_get_curve(m_group.get(), p.get(), a.get(), b.get(), context.get()) == 1);
    if (BN_mod_word(p.get(), 4) != 3)
        return fail(FailureCode::CardNotSupported, "integrated mapping on a curve whose prime is not 3 modulo 4");

    const Number t = numberFrom(pseudoRandom);
    const Number alpha = newNumber();
    const Number alpha2 = newNumber();
    const Number x2 = newNumber();
    const Number x3 = newNumber();
    const Number h2 = newNumber();
    const Number scratch = newNumber();
    const Number exponent = newNumber();
    const auto mul = [&](BIGNUM* r, const BIGNUM* u, const BIGNUM* v) {
        requireOpenssl(BN_mod_mul(r, u, v, p.get(), context.get()) == 1);
    };
    const auto add = [&](BIGNUM* r, const BIGNUM* u, const BIGNUM* v) {
        requireOpenssl(BN_mod_add(r, u, v, p.get(), context.get()) == 1);
    };
    const auto power = [&](BIGNUM* r, const BIGNUM* u, const BIGNUM* e) {
        requireOpenssl(BN_mod_exp(r, u, e, p.get(), context.get()) == 1);
    };
    requireOpenssl(BN_nnmod(t.get(), t.get(), p.get(), context.get()) == 1);

    // alpha = -t^2
    mul(scratch.get(), t.get(), t.get());
    requireOpenssl(BN_mod_sub(alpha.get(), p.get(), scratch.get(), p.get(), context.get()) == 1);
    // X2 = -b * a^-1 * (1 + (alpha + alpha^2)^-1)
    mul(alpha2.get(), alpha.get(), alpha.get());
    add(x2.get(), alpha.get(), alpha2.get());
    if (BN_is_zero(x2.get()) || BN_is_zero(a.get()))
        return fail(FailureCode::CardAnswerMalformed, "integrated mapping meets an exceptional point");
    requireOpenssl(BN_mod_inverse(x2.get(), x2.get(), p.get(), context.get()) != nullptr);
    requireOpenssl(BN_one(scratch.get()) == 1);
    add(x2.get(), x2.get(), scratch.get());
    requireOpenssl(BN_mod_inverse(scratch.get(), a.get(), p.get(), context.get()) != nullptr);
    mul(x2.get(), x2.get(), scratch.get());
    requireOpenssl(BN_mod_sub(scratch.get(), p.get(), b.get(), p.get(), context.get()) == 1);
    mul(x2.get(), x2.get(), scratch.get());
    // X3 = alpha * X2, h2 = X2^3 + a * X2 + b
    mul(x3.get(), alpha.get(), x2.get());
    mul(h2.get(), x2.get(), x2.get());
    add(h2.get(), h2.get(), a.get());
    mul(h2.get(), h2.get(), x2.get());
    add(h2.get(), h2.get(), b.get());
    // A = h2^(p - 1 - (p + 1) / 4); if A^2 * h2 = 1 the point is (X2, A * h2), else (X3, A * t^3 * h2)
    requireOpenssl(BN_copy(exponent.get(), p.get()) && BN_add_word(exponent.get(), 1) == 1 &&
                   BN_rshift(exponent.get(), exponent.get(), 2) == 1 &&
                   BN_sub(exponent.get(), p.get(), exponent.get()) == 1 && BN_sub_word(exponent.get(), 1) == 1);
    const Number root = newNumber();
    const Number y = newNumber();
    power(root.get(), h2.get(), exponent.get());
    mul(scratch.get(), root.get(), root.get());
    mul(scratch.get(), scratch.get(), h2.get());
    mul(y.get(), root.get(), h2.get());
    const bool first = BN_is_one(scratch.get()) == 1;
    if (!first) {
        mul(y.get(), y.get(), t.get());
        mul(y.get(), y.get(), t.get());
        mul(y.get(), y.get(), t.get());
    }
    Point point(EC_POINT_new(m_group.get()));
    requireOpenssl(point != nullptr);
    const BIGNUM* x = first ? x2.get() : x3.get();
    if (EC_POINT_set_affine_coordinates(m_group.get(), point.get(), x, y.get(), context.get()) != 1)
        return fail(FailureCode::CardAnswerMalformed, "integrated mapping leaves the curve");
    // The cofactor is 1 on every standard curve; with another one the point is brought into the subgroup.
    requireOpenssl(EC_POINT_mul(m_group.get(), point.get(), nullptr, point.get(), EC_GROUP_get0_cofactor(m_group.get()),
                                context.get()) == 1);
    return withGenerator(point.get());
}

int EcGroup::primeBits() const
{
    return BN_num_bits(fieldPrime(m_group.get()).get());
}

Bytes EcGroup::prime() const
{
    return paddedBytes(fieldPrime(m_group.get()).get(), m_fieldBytes);
}

Bytes EcGroup::generator() const
{
    return encodePoint(EC_GROUP_get0_generator(m_group.get()));
}

} // namespace chinhchu::nfc
