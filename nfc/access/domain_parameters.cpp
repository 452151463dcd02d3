// Where a group comes from: the standard's table, or an AlgorithmIdentifier that the card sends.

#include "nfc/access/dh_group.h"
#include "nfc/access/ec_group.h"

#include "nfc/lds/ber_tlv.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/param_build.h>

namespace chinhchu::nfc {

namespace {

using Key = std::unique_ptr<EVP_PKEY, OpensslDeleter<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, OpensslDeleter<EVP_PKEY_CTX_free>>;
using GroupResult = Result<std::unique_ptr<AgreementGroup>>;

constexpr int smallestPrimeBits = 1024;
constexpr int largestPrimeBits = 4096;

const char* nameOfDhGroup(int parameterId)
{
    constexpr const char* names[] = {"dh_1024_160", "dh_2048_224", "dh_2048_256"};
    return parameterId >= 0 && parameterId < static_cast<int>(std::size(names)) ? names[parameterId] : nullptr;
}

int nidOfCurve(int parameterId)
{
    constexpr int first = 8;
    constexpr int curves[] = {NID_X9_62_prime192v1, NID_brainpoolP192r1, NID_secp224r1,       NID_brainpoolP224r1,
                              NID_X9_62_prime256v1, NID_brainpoolP256r1, NID_brainpoolP320r1, NID_secp384r1,
                              NID_brainpoolP384r1,  NID_brainpoolP512r1, NID_secp521r1};
    const int index = parameterId - first;
    return index >= 0 && index < static_cast<int>(std::size(curves)) ? curves[index] : NID_undef;
}

Number parameterOf(const EVP_PKEY* key, const char* name)
{
    BIGNUM* number = nullptr;
    requireOpenssl(EVP_PKEY_get_bn_param(key, name, &number) == 1);
    return Number(number);
}

GroupResult namedDhGroup(const char* name)
{
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, const_cast<char*>(name), 0),
        OSSL_PARAM_construct_end()};
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "DHX", nullptr));
    EVP_PKEY* raw = nullptr;
    requireOpenssl(
        context && EVP_PKEY_fromdata_init(context.get()) == 1 &&
        EVP_PKEY_fromdata(context.get(), &raw, EVP_PKEY_KEY_PARAMETERS, const_cast<OSSL_PARAM*>(parameters)) == 1);
    const Key key(raw);
    return std::make_unique<DhGroup>(parameterOf(raw, OSSL_PKEY_PARAM_FFC_P), parameterOf(raw, OSSL_PKEY_PARAM_FFC_Q),
                                     parameterOf(raw, OSSL_PKEY_PARAM_FFC_G));
}

GroupResult namedCurve(int nid)
{
    Group group(EC_GROUP_new_by_curve_name(nid));
    if (!group)
        return fail(FailureCode::CardNotSupported, "curve unknown to this system");
    return std::make_unique<EcGroup>(std::move(group));
}

/// Named or explicit, but never a curve that nobody knows: a weak one could be slipped in.
GroupResult curveFromParameters(ByteView parameters)
{
    const unsigned char* at = parameters.data();
    const Group given(d2i_ECPKParameters(nullptr, &at, static_cast<long>(parameters.size())));
    if (!given)
        return fail(FailureCode::DataGroupMalformed, "curve parameters");
    const NumberContext context = newContext();
    const int nid = EC_GROUP_check_named_curve(given.get(), 0, context.get());
    if (nid == NID_undef)
        return fail(FailureCode::CardNotSupported, "a curve that is none of the known ones");
    return namedCurve(nid);
}

Result<Number> nextNumber(TlvReader& reader)
{
    const auto object = reader.next(0x02);
    if (!object)
        return tl::make_unexpected(object.error());
    if (object->value.size() > largestPrimeBits / 8 + 1 || object->value.empty() || (object->value[0] & 0x80) != 0)
        return fail(FailureCode::DataGroupMalformed, "size of a domain parameter");
    return numberFrom(object->value);
}

GroupResult checkedDhGroup(Number prime, Number order, Number generator)
{
    const int bits = BN_num_bits(prime.get());
    if (bits < smallestPrimeBits || bits > largestPrimeBits || !BN_is_odd(prime.get()))
        return fail(FailureCode::CardNotSupported, "size of the prime");
    const NumberContext context = newContext();
    const bool primes = BN_check_prime(prime.get(), context.get(), nullptr) == 1 &&
                        (BN_is_zero(order.get()) || BN_check_prime(order.get(), context.get(), nullptr) == 1);
    if (!primes || BN_cmp(generator.get(), BN_value_one()) <= 0 || BN_cmp(generator.get(), prime.get()) >= 0)
        return fail(FailureCode::CardNotSupported, "domain parameters are not those of a group");
    return std::make_unique<DhGroup>(std::move(prime), std::move(order), std::move(generator));
}

enum class DhForm
{
    Pkcs3,
    X942
};

/// PKCS #3: p, g. X9.42: p, g, q.
GroupResult dhFromParameters(ByteView parameters, DhForm form)
{
    const auto sequence = readTlv(parameters, 0x30);
    if (!sequence)
        return tl::make_unexpected(sequence.error());
    TlvReader reader(sequence->value);
    auto prime = nextNumber(reader);
    if (!prime)
        return tl::make_unexpected(prime.error());
    auto generator = nextNumber(reader);
    if (!generator)
        return tl::make_unexpected(generator.error());
    Result<Number> order = form == DhForm::X942 ? nextNumber(reader) : Result<Number>(numberFrom({}));
    if (!order)
        return tl::make_unexpected(order.error());
    return checkedDhGroup(std::move(*prime), std::move(*order), std::move(*generator));
}

GroupResult standardFromParameters(ByteView parameters)
{
    const auto id = readTlv(parameters, 0x02);
    if (!id || id->value.size() != 1)
        return fail(FailureCode::DataGroupMalformed, "identifier of standardised domain parameters");
    return standardGroup(id->value[0]);
}

} // namespace

bool isStandardGroup(int parameterId)
{
    return nameOfDhGroup(parameterId) != nullptr || nidOfCurve(parameterId) != NID_undef;
}

GroupResult standardGroup(int parameterId)
{
    if (const char* name = nameOfDhGroup(parameterId))
        return namedDhGroup(name);
    if (const int nid = nidOfCurve(parameterId); nid != NID_undef)
        return namedCurve(nid);
    return fail(FailureCode::CardNotSupported, "domain parameters " + std::to_string(parameterId) + " are reserved");
}

GroupResult groupFromAlgorithm(ByteView algorithmIdentifier)
{
    const auto sequence = readTlv(algorithmIdentifier, 0x30);
    if (!sequence)
        return tl::make_unexpected(sequence.error());
    TlvReader reader(sequence->value);
    const auto oid = reader.next(0x06);
    const auto parameters = oid ? reader.next() : oid;
    if (!parameters)
        return tl::make_unexpected(parameters.error());
    const std::string algorithm = dottedOid(oid->value);
    if (algorithm == "0.4.0.127.0.7.1.2") // standardizedDomainParameters
        return standardFromParameters(parameters->whole);
    if (algorithm == "1.2.840.10045.2.1" || algorithm == "0.4.0.127.0.7.1.1.5.1.2" /* ecka-eg */)
        return curveFromParameters(parameters->whole);
    if (algorithm == "1.2.840.10046.2.1") // dhpublicnumber
        return dhFromParameters(parameters->whole, DhForm::X942);
    if (algorithm == "1.2.840.113549.1.3.1") // dhKeyAgreement
        return dhFromParameters(parameters->whole, DhForm::Pkcs3);
    return fail(FailureCode::CardNotSupported, "domain parameters by algorithm " + algorithm);
}

} // namespace chinhchu::nfc
