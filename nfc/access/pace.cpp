#include "nfc/access/pace.h"

#include "nfc/access/key_derivation.h"
#include "nfc/access/pace_mapping.h"
#include "nfc/lds/ber_tlv.h"

#include <algorithm>

namespace chinhchu::nfc {

namespace {

constexpr std::uint8_t chaining = 0x10;
constexpr std::uint8_t lastCommand = 0x00;

/// The one object inside DO 7C of an answer to GENERAL AUTHENTICATE (ICAO 9303-11, 4.4.4.2).
Result<Bytes> dynamicObject(ByteView data, std::uint32_t tag)
{
    const auto outer = readTlv(data, 0x7C);
    if (!outer)
        return fail(FailureCode::CardAnswerMalformed, "PACE: " + outer.error().detail);
    const auto inner = findTlv(outer->value, tag);
    if (!inner)
        return fail(FailureCode::CardAnswerMalformed, "PACE: data object missing in the answer");
    return Bytes(inner->value.begin(), inner->value.end());
}

/// One run of the protocol: the steps share link, protocol and password.
class PaceRun
{
public:
    PaceRun(CardLink& link, const PaceInfo& info, const AgreementGroup& group, const RandomSource& random)
        : m_link(link)
        , m_info(info)
        , m_group(group)
        , m_random(random)
    {
    }

    Result<PaceOutcome> run(const AccessKey& key);

private:
    Result<void> selectProtocol(bool byCan);
    Result<Response> sendSelection(bool byCan, bool withParameterId);
    Result<Bytes> authenticate(const char* step, std::uint8_t cla, Bytes data);
    Result<Bytes> step(const char* name, std::uint8_t ownTag, ByteView own, std::uint32_t chipTag);
    Result<Bytes> nonce(ByteView secret);
    Result<std::unique_ptr<AgreementGroup>> map(ByteView nonce);
    Result<std::unique_ptr<AgreementGroup>> mapGeneric(ByteView nonce);
    Result<std::unique_ptr<AgreementGroup>> mapIntegrated(ByteView nonce);
    Result<void> agreeAndConfirm(const AgreementGroup& mapped);
    Result<void> confirm(ByteView ownKey, ByteView chipKey);
    Result<void> takeChipAuthenticationData(ByteView answer);
    [[nodiscard]] Bytes token(ByteView publicKey) const;

    CardLink& m_link;
    const PaceInfo& m_info;
    const AgreementGroup& m_group;
    const RandomSource& m_random;
    Bytes m_encryptionKey;
    Bytes m_checksumKey;
    PaceOutcome m_outcome;
};

Result<PaceOutcome> PaceRun::run(const AccessKey& key)
{
    const auto secret = paceSecret(key);
    if (!secret)
        return tl::make_unexpected(secret.error());
    return selectProtocol(std::holds_alternative<CanKey>(key))
        .and_then([&] { return nonce(*secret); })
        .and_then([&](const Bytes& s) { return map(s); })
        .and_then([&](const std::unique_ptr<AgreementGroup>& mapped) { return agreeAndConfirm(*mapped); })
        .map([&] {
            m_link.openSecureChannel(
                SecureMessaging(m_info.cipher, std::move(m_encryptionKey), std::move(m_checksumKey), {}));
            return std::move(m_outcome);
        });
}

Result<Response> PaceRun::sendSelection(bool byCan, bool withParameterId)
{
    Bytes data = encodeTlv(0x80, m_info.oid);
    const Bytes password = encodeTlv(0x83, Bytes{static_cast<std::uint8_t>(byCan ? 0x02 : 0x01)});
    data.insert(data.end(), password.begin(), password.end());
    if (withParameterId) {
        const Bytes reference = encodeTlv(0x84, Bytes{static_cast<std::uint8_t>(*m_info.parameterId)});
        data.insert(data.end(), reference.begin(), reference.end());
    }
    return m_link.exchange({0x00, 0x22, 0xC1, 0xA4, data, {}});
}

/// MSE:Set AT (4.4.4.1). Some chips insist on the parameter reference, others refuse it: both ways are tried.
Result<void> PaceRun::selectProtocol(bool byCan)
{
    const bool hasReference = m_info.parameterId.has_value();
    auto response = sendSelection(byCan, hasReference);
    if (!response)
        return tl::make_unexpected(response.error());
    const bool refusesForm = (response->sw & 0xFF00) == 0x6A00 || response->sw == status::WrongLength;
    if (refusesForm && hasReference) {
        response = sendSelection(byCan, false);
        if (!response)
            return tl::make_unexpected(response.error());
    }
    // 63CX: accepted, and X tries are left for this password.
    if (!response->ok() && !isTryCounter(response->sw))
        return fail(FailureCode::CardRefused, "MSE:Set AT: " + toHex(response->sw));
    return {};
}

Result<Bytes> PaceRun::authenticate(const char* step, std::uint8_t cla, Bytes data)
{
    auto response = m_link.exchange({cla, 0x86, 0x00, 0x00, std::move(data), 256});
    if (!response)
        return tl::make_unexpected(response.error());
    if (!response->ok()) {
        const bool wrongKey =
            cla == lastCommand && (response->sw == status::AuthenticationFailed || isTryCounter(response->sw) ||
                                   response->sw == status::SecurityNotSatisfied);
        return fail(wrongKey ? FailureCode::AccessKeyWrong : FailureCode::CardRefused,
                    std::string(step) + ": " + toHex(response->sw));
    }
    return std::move(response->data);
}

Result<Bytes> PaceRun::step(const char* name, std::uint8_t ownTag, ByteView own, std::uint32_t chipTag)
{
    return authenticate(name, chaining, encodeTlv(0x7C, encodeTlv(ownTag, own))).and_then([&](const Bytes& answer) {
        return dynamicObject(answer, chipTag);
    });
}

Result<Bytes> PaceRun::nonce(ByteView secret)
{
    const auto answer = authenticate("PACE nonce", chaining, encodeTlv(0x7C, {}));
    if (!answer)
        return answer;
    const auto encrypted = dynamicObject(*answer, 0x80);
    if (!encrypted)
        return encrypted;
    // 4.4.3.3: whole blocks, at least as long as the key: one or two of AES, two of DES. Chips exist that send one
    // block of DES (OpenPACE's does), which a mapping that only multiplies by the nonce can take.
    const bool tripleDes = m_info.cipher == Cipher::TripleDes;
    const bool fits = encrypted->size() == 16 || (encrypted->size() == 32 && !tripleDes) ||
                      (encrypted->size() == 8 && tripleDes && m_info.mapping != Mapping::Integrated);
    if (!fits)
        return fail(FailureCode::CardAnswerMalformed, "PACE: nonce of a wrong length");
    const Bytes key = deriveKey(secret, KeyPurpose::Password, m_info.cipher);
    return decryptCbc(m_info.cipher, key, Bytes(blockLength(m_info.cipher), 0x00), *encrypted);
}

Result<std::unique_ptr<AgreementGroup>> PaceRun::map(ByteView nonce)
{
    return m_info.mapping == Mapping::Integrated ? mapIntegrated(nonce) : mapGeneric(nonce);
}

Result<std::unique_ptr<AgreementGroup>> PaceRun::mapGeneric(ByteView nonce)
{
    const auto own = m_group.generate(m_random);
    if (!own)
        return tl::make_unexpected(own.error());
    auto chip = step("PACE mapping", 0x81, own->publicKey, 0x82);
    if (!chip)
        return tl::make_unexpected(chip.error());
    m_outcome.chipMappingKey = std::move(*chip);
    return m_group.mapGeneric(nonce, own->privateKey, m_outcome.chipMappingKey);
}

Result<std::unique_ptr<AgreementGroup>> PaceRun::mapIntegrated(ByteView nonce)
{
    const auto own = m_random(keyLength(m_info.cipher));
    if (!own)
        return tl::make_unexpected(own.error());
    // The chip answers with an empty DO 82, which some leave out: only the status counts.
    const auto answer = authenticate("PACE mapping", chaining, encodeTlv(0x7C, encodeTlv(0x81, *own)));
    if (!answer)
        return tl::make_unexpected(answer.error());
    return m_group.mapIntegrated(integratedMappingNumber(m_info.cipher, nonce, *own, m_group.primeBits()));
}

Result<void> PaceRun::agreeAndConfirm(const AgreementGroup& mapped)
{
    const auto own = mapped.generate(m_random);
    if (!own)
        return tl::make_unexpected(own.error());
    const auto chip = step("PACE key agreement", 0x83, own->publicKey, 0x84);
    if (!chip)
        return tl::make_unexpected(chip.error());
    // 4.4.1: a chip that sends our own key back would prove nothing.
    if (*chip == own->publicKey)
        return fail(FailureCode::CardAnswerMalformed, "PACE: the chip sent our own key back");
    const auto secret = mapped.agree(own->privateKey, *chip);
    if (!secret)
        return tl::make_unexpected(secret.error());
    m_encryptionKey = deriveKey(*secret, KeyPurpose::Encryption, m_info.cipher);
    m_checksumKey = deriveKey(*secret, KeyPurpose::Checksum, m_info.cipher);
    return confirm(own->publicKey, *chip);
}

/// The tokens: each side proves the keys on the public key of the other (4.4.3.4).
Result<void> PaceRun::confirm(ByteView ownKey, ByteView chipKey)
{
    const auto answer = authenticate("PACE token", lastCommand, encodeTlv(0x7C, encodeTlv(0x85, token(chipKey))));
    if (!answer)
        return tl::make_unexpected(answer.error());
    const auto chipToken = dynamicObject(*answer, 0x86);
    if (!chipToken)
        return tl::make_unexpected(chipToken.error());
    // It accepted ours, so it knows the keys: a wrong one is not a matter of the password.
    if (!equalInConstantTime(token(ownKey), *chipToken))
        return fail(FailureCode::SecureMessagingBroken, "PACE: wrong token of the chip");
    return m_info.mapping == Mapping::ChipAuthentication ? takeChipAuthenticationData(*answer) : Result<void>();
}

/// 4.4.3.5.1: DO 8A, encrypted under the new key with E(-1) as vector. A chip that leaves it out has proven nothing,
/// which the caller sees from the empty data.
Result<void> PaceRun::takeChipAuthenticationData(ByteView answer)
{
    const auto encrypted = dynamicObject(answer, 0x8A);
    if (!encrypted)
        return {};
    const std::size_t block = blockLength(m_info.cipher);
    if (encrypted->empty() || encrypted->size() % block != 0)
        return fail(FailureCode::CardAnswerMalformed, "PACE: chip authentication data of a wrong length");
    const Bytes vector = encryptBlock(m_info.cipher, m_encryptionKey, Bytes(block, 0xFF));
    m_outcome.chipAuthenticationData = decryptCbc(m_info.cipher, m_encryptionKey, vector, *encrypted);
    if (!removePadding(m_outcome.chipAuthenticationData))
        return fail(FailureCode::CardAnswerMalformed, "PACE: padding of the chip authentication data");
    return {};
}

Bytes PaceRun::token(ByteView publicKey) const
{
    Bytes content = encodeTlv(0x06, m_info.oid);
    const Bytes key = encodeTlv(m_group.kind() == Agreement::Ecdh ? 0x86 : 0x84, publicKey);
    content.insert(content.end(), key.begin(), key.end());
    const Bytes object = encodeTlv(0x7F49, content);
    // The retail MAC needs full blocks, CMAC pads by itself (4.4.3.4).
    return checksum(m_info.cipher, m_checksumKey, m_info.cipher == Cipher::TripleDes ? padded(object, 8) : object);
}

Result<std::unique_ptr<AgreementGroup>> namedGroup(const PaceInfo& info, const SecurityInfos& cardAccess)
{
    // 9.5.1: the ids of the standard's table are its own, whatever the chip adds.
    if (info.parameterId && isStandardGroup(*info.parameterId))
        return standardGroup(*info.parameterId);
    // Explicit parameters are referenced by an id of their own, or stand alone without one (9.2.2).
    const auto explicitParameters = std::ranges::find_if(cardAccess.paceParameters, [&](const PaceDomainParameters& p) {
        return p.agreement == info.agreement && (p.parameterId == info.parameterId || !info.parameterId);
    });
    if (explicitParameters == cardAccess.paceParameters.end())
        return fail(FailureCode::CardNotSupported, "PACE without domain parameters that are known");
    return groupFromAlgorithm(explicitParameters->algorithmIdentifier);
}

} // namespace

Result<std::unique_ptr<AgreementGroup>> paceGroup(const PaceInfo& info, const SecurityInfos& cardAccess)
{
    auto group = namedGroup(info, cardAccess);
    if (group && (*group)->kind() != info.agreement)
        return fail(FailureCode::CardNotSupported, "PACE: parameters of another kind than the protocol");
    return group;
}

bool provesChip(const PaceOutcome& outcome, const AgreementGroup& group, ByteView chipPublicKey)
{
    if (outcome.chipAuthenticationData.empty())
        return false;
    const auto product = group.multiply(outcome.chipAuthenticationData, chipPublicKey);
    return product && *product == outcome.chipMappingKey;
}

Result<PaceOutcome> openWithPace(CardLink& link, const PaceInfo& info, const SecurityInfos& cardAccess,
                                 const AccessKey& key, const RandomSource& random)
{
    const auto group = paceGroup(info, cardAccess);
    if (!group)
        return tl::make_unexpected(group.error());
    return PaceRun(link, info, **group, random).run(key);
}

} // namespace chinhchu::nfc
