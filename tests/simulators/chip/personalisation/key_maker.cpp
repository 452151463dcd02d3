#include "tests/simulators/chip/personalisation/key_maker.h"

#include "tests/simulators/chip/wire/big_number.h"
#include "tests/simulators/chip/wire/key_group.h"

#include <openssl/core_names.h>
#include <openssl/params.h>
#include <openssl/x509.h>

namespace chinhchu::chip {

namespace {

Key generated(const char* type, const char* group)
{
    std::unique_ptr<EVP_PKEY_CTX, Freeing<EVP_PKEY_CTX_free>> context(
        EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    check(EVP_PKEY_keygen_init(context.get()), type);
    std::string name = group;
    OSSL_PARAM settings[] = {OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, name.data(), 0),
                             OSSL_PARAM_construct_end()};
    check(EVP_PKEY_CTX_set_params(context.get(), settings), group);
    EVP_PKEY* key = nullptr;
    check(EVP_PKEY_generate(context.get(), &key), group);
    return Key(key, EVP_PKEY_free);
}

Bytes numberOf(const Key& key, const char* name, std::size_t size)
{
    BIGNUM* number = nullptr;
    check(EVP_PKEY_get_bn_param(key.get(), name, &number), name);
    const Big owner(number);
    return bytesOf(number, static_cast<int>(size));
}

} // namespace

Key makeKey(const std::string& description, bool explicitParameters)
{
    const std::string what = description.substr(description.find(' ') + 1);
    if (!description.starts_with("ecdsa")) {
        EVP_PKEY* rsa = EVP_RSA_gen(static_cast<unsigned>(std::stoul(what)));
        check(rsa != nullptr, "RSA key");
        return Key(rsa, EVP_PKEY_free);
    }
    Key key = generated("EC", what.c_str());
    if (explicitParameters)
        check(EVP_PKEY_set_utf8_string_param(key.get(), OSSL_PKEY_PARAM_EC_ENCODING, OSSL_PKEY_EC_ENCODING_EXPLICIT),
              "explicit parameters");
    return key;
}

Bytes publicKeyInfo(const Key& key)
{
    std::uint8_t* encoded = nullptr;
    const int size = i2d_PUBKEY(key.get(), &encoded);
    check(size, "public key");
    Bytes info(encoded, encoded + size);
    OPENSSL_free(encoded);
    return info;
}

ChipKey makeChipKey(const ChipKeyOffer& offer, int id)
{
    const auto group = standardGroup(offer.parameterId);
    const Key key = generated(offer.curve ? "EC" : "DHX", standardGroupName(offer.parameterId));
    const std::size_t size = offer.curve ? group->order().size() : group->generator().size();
    ChipKey made{offer, id, numberOf(key, OSSL_PKEY_PARAM_PRIV_KEY, size), {}, publicKeyInfo(key)};
    made.publicKey = group->multiply(made.privateKey, group->generator());
    return made;
}

} // namespace chinhchu::chip
