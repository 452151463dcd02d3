#include "nfc/access/ec_group.h"

#include "nfc/access/point_encoding.h"

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

const BIGNUM* EcGroup::privateKeyLimit() const
{
    return EC_GROUP_get0_order(m_group.get());
}

Bytes EcGroup::publicKeyOf(const BIGNUM* privateKey) const
{
    const Point point(EC_POINT_new(m_group.get()));
    requireOpenssl(point && EC_POINT_mul(m_group.get(), point.get(), privateKey, nullptr, nullptr, nullptr) == 1);
    return encodePoint(point.get());
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

Result<std::unique_ptr<AgreementGroup>> EcGroup::mapIntegrated(ByteView pseudoRandom) const
{
    return encodeAsPoint(m_group.get(), pseudoRandom).map([this](const Point& point) {
        return withGenerator(point.get());
    });
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
