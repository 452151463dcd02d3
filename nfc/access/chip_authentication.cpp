#include "nfc/access/chip_authentication.h"

#include "nfc/access/agreement_group.h"
#include "nfc/access/key_derivation.h"
#include "nfc/lds/ber_tlv.h"

#include <algorithm>

namespace chinhchu::nfc {

namespace {

/// One key with the protocol that it is for.
struct Choice
{
    const ChipAuthenticationKey* key = nullptr;
    const ChipAuthenticationInfo* info =
        nullptr; ///< null: an old chip that names only the key, which means 3DES (6.2.4)
    [[nodiscard]] Cipher cipher() const { return info != nullptr ? info->cipher : Cipher::TripleDes; }
};

const ChipAuthenticationInfo* infoFor(const SecurityInfos& dg14, const ChipAuthenticationKey& key)
{
    const ChipAuthenticationInfo* best = nullptr;
    for (const auto& info : dg14.chipAuthentication) {
        const bool belongs = info.agreement == key.agreement && (info.keyId == key.keyId || !info.keyId || !key.keyId);
        if (belongs && info.version == 1 && (best == nullptr || info.cipher > best->cipher))
            best = &info;
    }
    return best;
}

/// The strongest cipher among the keys whose group is known.
Choice choose(const SecurityInfos& dg14)
{
    Choice best;
    for (const auto& key : dg14.chipAuthenticationKeys) {
        const Choice choice{&key, infoFor(dg14, key)};
        const bool named = choice.info != nullptr || dg14.chipAuthentication.empty();
        if (named && (best.key == nullptr || choice.cipher() > best.cipher()) &&
            groupFromAlgorithm(key.algorithmIdentifier))
            best = choice;
    }
    return best;
}

/// The key as it goes into the agreement: a point as it is, the DH number out of its DER INTEGER.
Result<Bytes> publicKeyOf(const ChipAuthenticationKey& key)
{
    if (key.agreement == Agreement::Ecdh)
        return key.publicKey;
    const auto number = readTlv(key.publicKey, 0x02);
    if (!number)
        return tl::make_unexpected(number.error());
    const auto start = std::ranges::find_if(number->value, [](std::uint8_t byte) { return byte != 0; });
    return Bytes(start, number->value.end());
}

void append(Bytes& out, const Bytes& more)
{
    out.insert(out.end(), more.begin(), more.end());
}

Bytes keyReference(const ChipAuthenticationKey& key)
{
    if (!key.keyId)
        return {};
    Bytes number;
    for (int shift = 24; shift >= 0; shift -= 8) {
        if (*key.keyId >> shift != 0 || shift == 0)
            number.push_back(static_cast<std::uint8_t>(*key.keyId >> shift));
    }
    return encodeTlv(0x84, number);
}

Result<Response> sendStep(CardLink& link, const char* step, const Command& command)
{
    auto response = link.exchange(command);
    if (response && !response->ok())
        return fail(FailureCode::ChipAuthenticationFailed, std::string(step) + ": " + toHex(response->sw));
    return response;
}

/// 3DES: one command carries the key (6.2.4.1).
Result<void> sendInOneStep(CardLink& link, const Choice& choice, const Bytes& ownKey)
{
    Bytes data = encodeTlv(0x91, ownKey);
    append(data, keyReference(*choice.key));
    return sendStep(link, "MSE:Set KAT", {0x00, 0x22, 0x41, 0xA6, data, {}}).map([](const Response&) {});
}

/// AES: the protocol is selected, then the key sent (6.2.4.2).
Result<void> sendInTwoSteps(CardLink& link, const Choice& choice, const Bytes& ownKey)
{
    Bytes selection = encodeTlv(0x80, choice.info->oid);
    append(selection, keyReference(*choice.key));
    return sendStep(link, "MSE:Set AT", {0x00, 0x22, 0x41, 0xA4, selection, {}})
        .and_then([&](const Response&) {
            const Bytes data = encodeTlv(0x7C, encodeTlv(0x80, ownKey));
            return sendStep(link, "GENERAL AUTHENTICATE", {0x00, 0x86, 0x00, 0x00, data, 256});
        })
        .map([](const Response&) {});
}

} // namespace

bool offersChipAuthentication(const SecurityInfos& dg14)
{
    return choose(dg14).key != nullptr;
}

Result<void> authenticateChip(CardLink& link, const SecurityInfos& dg14, const RandomSource& random)
{
    const Choice choice = choose(dg14);
    if (choice.key == nullptr)
        return fail(FailureCode::CardNotSupported, "no known key in DG14");
    const auto group = groupFromAlgorithm(choice.key->algorithmIdentifier);
    const auto chipKey = publicKeyOf(*choice.key);
    if (!chipKey)
        return tl::make_unexpected(chipKey.error());
    const auto own = (*group)->generate(random);
    if (!own)
        return tl::make_unexpected(own.error());
    const auto secret = (*group)->agree(own->privateKey, *chipKey);
    if (!secret)
        return tl::make_unexpected(secret.error());

    const Cipher cipher = choice.cipher();
    const bool oneStep = cipher == Cipher::TripleDes;
    const auto sent =
        oneStep ? sendInOneStep(link, choice, own->publicKey) : sendInTwoSteps(link, choice, own->publicKey);
    if (!sent)
        return sent;
    // The answer came through the old channel; everything from here on goes through the new one (6.2.2).
    link.openSecureChannel(SecureMessaging(cipher, deriveKey(*secret, KeyPurpose::Encryption, cipher),
                                           deriveKey(*secret, KeyPurpose::Checksum, cipher), {}));
    return {};
}

} // namespace chinhchu::nfc
