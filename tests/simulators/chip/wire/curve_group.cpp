#include "tests/simulators/chip/wire/curve_group.h"

#include <openssl/obj_mac.h>
#include <openssl/objects.h>

namespace chinhchu::chip {

CurveGroup::CurveGroup(const char* name)
    : m_group(EC_GROUP_new_by_curve_name(OBJ_txt2nid(name)))
{
    check(m_group != nullptr, name);
}

CurveGroup::Point CurveGroup::point(ByteView encoded) const
{
    Point point(EC_POINT_new(m_group.get()));
    // Checks that the point is on the curve.
    check(EC_POINT_oct2point(m_group.get(), point.get(), encoded.data(), encoded.size(), nullptr),
          "no point of the curve");
    return point;
}

Bytes CurveGroup::encoded(const EC_POINT* point) const
{
    const auto form = POINT_CONVERSION_UNCOMPRESSED;
    Bytes bytes(EC_POINT_point2oct(m_group.get(), point, form, nullptr, 0, nullptr));
    EC_POINT_point2oct(m_group.get(), point, form, bytes.data(), bytes.size(), nullptr);
    return bytes;
}

Bytes CurveGroup::generator() const
{
    return encoded(EC_GROUP_get0_generator(m_group.get()));
}

Bytes CurveGroup::order() const
{
    const BIGNUM* order = EC_GROUP_get0_order(m_group.get());
    return bytesOf(order, BN_num_bytes(order));
}

Bytes CurveGroup::multiply(ByteView scalar, ByteView element) const
{
    Point result(EC_POINT_new(m_group.get()));
    const Point base = point(element);
    const auto context = bigContext();
    check(EC_POINT_mul(m_group.get(), result.get(), nullptr, base.get(), big(scalar).get(), context.get()),
          "multiplication");
    return encoded(result.get());
}

Bytes CurveGroup::combine(ByteView first, ByteView second) const
{
    Point sum(EC_POINT_new(m_group.get()));
    const auto context = bigContext();
    check(EC_POINT_add(m_group.get(), sum.get(), point(first).get(), point(second).get(), context.get()), "addition");
    return encoded(sum.get());
}

bool CurveGroup::isPublicKey(ByteView element) const
{
    if (element.size() < 3 || element[0] != 4) // uncompressed points only (BSI TR-03111, 3.2.1)
        return false;
    Point candidate(EC_POINT_new(m_group.get()));
    return EC_POINT_oct2point(m_group.get(), candidate.get(), element.data(), element.size(), nullptr) == 1;
}

Bytes CurveGroup::sharedSecret(ByteView element) const
{
    const ByteView x = element.subspan(1, (element.size() - 1) / 2);
    return {x.begin(), x.end()};
}

int CurveGroup::primeBits() const
{
    return EC_GROUP_get_degree(m_group.get());
}

// Point encoding for the integrated mapping (ICAO 9303-11, Appendix B.2, affine coordinates), for p = 3 mod 4.
Bytes CurveGroup::mapped(ByteView number) const
{
    const auto context = bigContext();
    BN_CTX* const c = context.get();
    const Big p = big(), a = big(), b = big();
    check(EC_GROUP_get_curve(m_group.get(), p.get(), a.get(), b.get(), c), "curve");
    const auto times = [&](const Big& x, const Big& y) {
        Big product = big();
        check(BN_mod_mul(product.get(), x.get(), y.get(), p.get(), c), "product");
        return product;
    };
    const auto plus = [&](const Big& x, const Big& y) {
        Big sum = big();
        check(BN_mod_add(sum.get(), x.get(), y.get(), p.get(), c), "sum");
        return sum;
    };
    const auto inverse = [&](const Big& x) { return Big(BN_mod_inverse(nullptr, x.get(), p.get(), c)); };
    const auto negative = [&](const Big& x) {
        Big minus = big();
        check(BN_mod_sub(minus.get(), big().get(), x.get(), p.get(), c), "negation");
        return minus;
    };
    const auto curveAt = [&](const Big& x) { return plus(plus(times(times(x, x), x), times(a, x)), b); };
    const Big one = big(Bytes{1});

    Big t = big(number);
    check(BN_nnmod(t.get(), t.get(), p.get(), c), "residue");
    const Big alpha = negative(times(t, t));
    const Big x2 = times(negative(times(b, inverse(a))), plus(one, inverse(plus(alpha, times(alpha, alpha)))));
    const Big x3 = times(alpha, x2);
    const Big h2 = curveAt(x2);
    const Big u = times(times(times(t, t), t), h2);
    // A = h2^(p - 1 - (p + 1)/4)
    Big quarter = big(), exponent = big(), power = big();
    BN_add(quarter.get(), p.get(), one.get());
    BN_rshift(quarter.get(), quarter.get(), 2);
    BN_sub(exponent.get(), p.get(), one.get());
    BN_sub(exponent.get(), exponent.get(), quarter.get());
    check(BN_mod_exp(power.get(), h2.get(), exponent.get(), p.get(), c), "power");
    const bool firstIsSquare = BN_is_one(times(times(power, power), h2).get());
    const Big& x = firstIsSquare ? x2 : x3;
    const Big y = firstIsSquare ? times(power, h2) : times(power, u);

    Point result(EC_POINT_new(m_group.get()));
    check(EC_POINT_set_affine_coordinates(m_group.get(), result.get(), x.get(), y.get(), c), "mapped point");
    return encoded(result.get());
}

} // namespace chinhchu::chip
