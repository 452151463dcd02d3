#include "tests/simulators/chip/wire/integer_group.h"

#include <openssl/core_names.h>
#include <openssl/params.h>

namespace chinhchu::chip {

namespace {

Big parameterOf(const EVP_PKEY* key, const char* name)
{
    BIGNUM* number = nullptr;
    check(EVP_PKEY_get_bn_param(key, name, &number), name);
    return Big(number);
}

} // namespace

IntegerGroup::IntegerGroup(const char* name)
{
    std::unique_ptr<EVP_PKEY_CTX, Freeing<EVP_PKEY_CTX_free>> context(
        EVP_PKEY_CTX_new_from_name(nullptr, "DHX", nullptr));
    check(EVP_PKEY_paramgen_init(context.get()), "DHX");
    std::string group = name;
    OSSL_PARAM settings[] = {OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), 0),
                             OSSL_PARAM_construct_end()};
    check(EVP_PKEY_CTX_set_params(context.get(), settings), name);
    EVP_PKEY* made = nullptr;
    check(EVP_PKEY_generate(context.get(), &made), name);
    const Key key(made, EVP_PKEY_free);
    m_p = parameterOf(made, OSSL_PKEY_PARAM_FFC_P);
    m_q = parameterOf(made, OSSL_PKEY_PARAM_FFC_Q);
    m_g = parameterOf(made, OSSL_PKEY_PARAM_FFC_G);
}

Bytes IntegerGroup::sized(const Big& number) const
{
    return bytesOf(number.get(), BN_num_bytes(m_p.get()));
}

Bytes IntegerGroup::prime() const
{
    return sized(m_p);
}

Bytes IntegerGroup::generator() const
{
    return sized(m_g);
}

Bytes IntegerGroup::order() const
{
    return bytesOf(m_q.get(), BN_num_bytes(m_q.get()));
}

Bytes IntegerGroup::multiply(ByteView scalar, ByteView element) const
{
    const Big result = big();
    const auto context = bigContext();
    check(BN_mod_exp(result.get(), big(element).get(), big(scalar).get(), m_p.get(), context.get()), "power");
    return sized(result);
}

Bytes IntegerGroup::combine(ByteView first, ByteView second) const
{
    const Big result = big();
    const auto context = bigContext();
    check(BN_mod_mul(result.get(), big(first).get(), big(second).get(), m_p.get(), context.get()), "product");
    return sized(result);
}

bool IntegerGroup::isPublicKey(ByteView element) const
{
    const Big candidate = big(element);
    if (BN_cmp(candidate.get(), BN_value_one()) <= 0 || BN_cmp(candidate.get(), m_p.get()) >= 0)
        return false;
    return BN_is_one(big(multiply(order(), element)).get());
}

Bytes IntegerGroup::sharedSecret(ByteView element) const
{
    return {element.begin(), element.end()};
}

int IntegerGroup::primeBits() const
{
    return BN_num_bits(m_p.get());
}

// ICAO 9303-11, Appendix B.1: the cofactor brings any number into the subgroup.
Bytes IntegerGroup::mapped(ByteView number) const
{
    const auto context = bigContext();
    Big cofactor = big();
    Big base = big(number);
    BN_sub(cofactor.get(), m_p.get(), BN_value_one());
    check(BN_div(cofactor.get(), nullptr, cofactor.get(), m_q.get(), context.get()), "cofactor");
    check(BN_nnmod(base.get(), base.get(), m_p.get(), context.get()), "residue");
    const Big result = big();
    check(BN_mod_exp(result.get(), base.get(), cofactor.get(), m_p.get(), context.get()), "power");
    return sized(result);
}

} // namespace chinhchu::chip
