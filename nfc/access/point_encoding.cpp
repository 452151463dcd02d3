#include "nfc/access/point_encoding.h"

#include <optional>

namespace chinhchu::nfc {

namespace {

/// Arithmetic modulo the prime of a curve, each result a number of its own.
class PrimeField
{
public:
    explicit PrimeField(const BIGNUM* prime)
        : m_prime(prime)
        , m_context(newContext())
    {
    }

    [[nodiscard]] Number add(const Number& a, const Number& b) const
    {
        return result([&](BIGNUM* r) { return BN_mod_add(r, a.get(), b.get(), m_prime, m_context.get()); });
    }
    [[nodiscard]] Number times(const Number& a, const Number& b) const
    {
        return result([&](BIGNUM* r) { return BN_mod_mul(r, a.get(), b.get(), m_prime, m_context.get()); });
    }
    [[nodiscard]] Number negative(const Number& a) const
    {
        return result([&](BIGNUM* r) { return BN_mod_sub(r, m_prime, a.get(), m_prime, m_context.get()); });
    }
    /// @p a must not be zero.
    [[nodiscard]] Number inverse(const Number& a) const
    {
        return result(
            [&](BIGNUM* r) { return BN_mod_inverse(r, a.get(), m_prime, m_context.get()) != nullptr ? 1 : 0; });
    }
    [[nodiscard]] Number power(const Number& a, const Number& exponent) const
    {
        return result([&](BIGNUM* r) { return BN_mod_exp(r, a.get(), exponent.get(), m_prime, m_context.get()); });
    }
    [[nodiscard]] Number reduced(const Number& a) const
    {
        return result([&](BIGNUM* r) { return BN_nnmod(r, a.get(), m_prime, m_context.get()); });
    }
    [[nodiscard]] Number one() const
    {
        return result([](BIGNUM* r) { return BN_one(r); });
    }
    /// p - 1 - (p + 1) / 4: the exponent that gives one over the square root of a square.
    [[nodiscard]] Number inverseRootExponent() const
    {
        return result([this](BIGNUM* r) {
            const bool done = BN_copy(r, m_prime) != nullptr && BN_add_word(r, 1) == 1 && BN_rshift(r, r, 2) == 1 &&
                              BN_sub(r, m_prime, r) == 1 && BN_sub_word(r, 1) == 1;
            return done ? 1 : 0;
        });
    }

private:
    template <class Calculation>
    static Number result(Calculation calculation)
    {
        Number number = newNumber();
        requireOpenssl(calculation(number.get()) == 1);
        return number;
    }

    const BIGNUM* m_prime;
    NumberContext m_context;
};

struct Curve
{
    Number prime = newNumber();
    Number a = newNumber();
    Number b = newNumber();
};

Curve equationOf(const EC_GROUP* curve)
{
    Curve equation;
    requireOpenssl(EC_GROUP_get_curve(curve, equation.prime.get(), equation.a.get(), equation.b.get(), nullptr) == 1);
    return equation;
}

struct Coordinates
{
    Number x;
    Number y;
};

/// The steps of B.2.1 for t, with alpha = -t^2. Exceptional values of t, which no honest chip meets, give nothing.
std::optional<Coordinates> solve(const PrimeField& field, const Curve& curve, const Number& t)
{
    const Number alpha = field.negative(field.times(t, t));
    const Number sum = field.add(alpha, field.times(alpha, alpha));
    if (BN_is_zero(sum.get()) || BN_is_zero(curve.a.get()))
        return std::nullopt;
    // X2 = -b / a * (1 + 1 / (alpha + alpha^2)), X3 = alpha * X2
    const Number quotient = field.times(field.negative(curve.b), field.inverse(curve.a));
    Number x2 = field.times(quotient, field.add(field.one(), field.inverse(sum)));
    Number x3 = field.times(alpha, x2);
    // h2 = X2^3 + a * X2 + b; A = 1 / root(h2) if h2 is a square
    const Number h2 = field.add(field.times(field.add(field.times(x2, x2), curve.a), x2), curve.b);
    const Number root = field.power(h2, field.inverseRootExponent());
    Number y = field.times(root, h2);
    if (BN_is_one(field.times(field.times(root, root), h2).get()))
        return Coordinates{std::move(x2), std::move(y)};
    return Coordinates{std::move(x3), field.times(y, field.times(t, field.times(t, t)))};
}

} // namespace

Result<Point> encodeAsPoint(const EC_GROUP* curve, ByteView pseudoRandom)
{
    const Curve equation = equationOf(curve);
    if (BN_mod_word(equation.prime.get(), 4) != 3)
        return fail(FailureCode::CardNotSupported, "integrated mapping on a curve whose prime is not 3 modulo 4");
    const PrimeField field(equation.prime.get());
    const auto found = solve(field, equation, field.reduced(numberFrom(pseudoRandom)));
    Point point(EC_POINT_new(curve));
    requireOpenssl(point != nullptr);
    if (!found || EC_POINT_set_affine_coordinates(curve, point.get(), found->x.get(), found->y.get(), nullptr) != 1)
        return fail(FailureCode::CardAnswerMalformed, "integrated mapping finds no point");
    // 1 on every standard curve; on others the point is brought into the group of the generator.
    requireOpenssl(EC_POINT_mul(curve, point.get(), nullptr, point.get(), EC_GROUP_get0_cofactor(curve), nullptr) == 1);
    return point;
}

} // namespace chinhchu::nfc
