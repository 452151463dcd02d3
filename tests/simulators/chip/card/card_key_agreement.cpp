#include "tests/simulators/chip/card/card.h"
#include "tests/simulators/chip/card/chip_authentication.h"
#include "tests/simulators/chip/personalisation/security_infos.h"
#include "tests/simulators/chip/wire/tlv.h"

#include <utility>

// The commands by which a terminal opens PACE and Chip Authentication.

namespace chinhchu::chip {

Response Card::manageSecurityEnvironment(const Command& command)
{
    switch (command.p1p2()) {
    case 0xC1A4:
        return setPace(command);
    case 0x41A4:
        return setChipAuthentication(command);
    case 0x41A6:
        return keyAgreementTemplate(command);
    default:
        return 0x6A86;
    }
}

// MSE:Set AT (ICAO 9303-11, 4.4.4.1)
Response Card::setPace(const Command& command)
{
    m_pace.reset();
    noteProtocol(Work::Step::Access, true);
    const auto protocol = find(command.data, 0x80);
    const auto reference = find(command.data, 0x83);
    const auto parameter = find(command.data, 0x84);
    if (!protocol || !reference || reference->size() != 1)
        return 0x6A80;
    const std::string& rule = m_image.profile.limits.paceParameter;
    if ((rule == "required" && !parameter) || (rule == "refused" && parameter))
        return parameter ? 0x6A80 : 0x6A87;
    // A forger's chip understands what its EF.CardAccess offers, too.
    std::vector<PaceOffer> offers = m_image.profile.access.pace;
    const auto& forged = m_image.profile.attack.cardAccess;
    offers.insert(offers.end(), forged.begin(), forged.end());
    for (const PaceOffer& offer : offers) {
        const bool same = sameBytes(*protocol, oidValue(paceOid(offer)));
        if (!same || (parameter && !sameBytes(*parameter, bigEndian(static_cast<std::uint64_t>(offer.parameterId), 1))))
            continue;
        const std::uint8_t which = (*reference)[0]; // 1: MRZ, 2: CAN
        if ((which == 1 && m_image.mrzInformation.empty()) || (which == 2 && m_image.can.empty()) || which == 0 ||
            which > 2)
            return 0x6A88;
        const Bytes password = which == 1 ? digest("SHA1", bytesOf(m_image.mrzInformation)) : bytesOf(m_image.can);
        const ChipKey* key = nullptr;
        for (const ChipKey& candidate : m_image.chipKeys)
            if (candidate.offer.curve && candidate.offer.parameterId == offer.parameterId)
                key = &candidate;
        if (offer.mapping == PaceOffer::Mapping::ChipAuthentication && !key)
            return 0x6A88;
        m_pace.emplace(offer, password, key, m_random);
        return 0x9000;
    }
    return 0x6A80;
}

const ChipKey* Card::keyFor(ByteView protocol, std::optional<ByteView> id) const
{
    for (const ChipKey& key : m_image.chipKeys) {
        const bool rightId = !id || sameBytes(*id, bigEndian(static_cast<std::uint64_t>(key.id), id->size()));
        if (rightId && (protocol.empty() || sameBytes(protocol, oidValue(chipAuthenticationOid(key.offer)))))
            return &key;
    }
    return nullptr;
}

// MSE:Set AT for Chip Authentication with AES (ICAO 9303-11, 6.2.4.2)
Response Card::setChipAuthentication(const Command& command)
{
    if (!m_channel)
        return 0x6982;
    const auto protocol = find(command.data, 0x80);
    if (!protocol)
        return 0x6A80;
    m_chipKey = keyFor(*protocol, find(command.data, 0x84));
    noteProtocol(Work::Step::ChipAuthentication, true);
    return m_chipKey ? 0x9000 : 0x6A80;
}

// MSE:Set KAT, the older way for 3DES (6.2.4.1): public key in DO 91, key reference in DO 84.
Response Card::keyAgreementTemplate(const Command& command)
{
    if (!m_channel)
        return 0x6982;
    const auto theirPublic = find(command.data, 0x91);
    const ChipKey* key = keyFor({}, find(command.data, 0x84));
    if (!theirPublic || !key)
        return 0x6A80;
    m_work.agreements = 1;
    m_nextChannel = authenticateChip(*key, *theirPublic);
    noteProtocol(Work::Step::ChipAuthentication, true);
    return m_nextChannel ? 0x9000 : 0x6300;
}

Response Card::generalAuthenticate(const Command& command)
{
    if (m_chipKey)
        return chipAuthenticationStep(command);
    if (!m_pace)
        return 0x6985;
    const Response response = m_pace->step(command.data, m_nextChannel);
    m_work.agreements = m_pace->agreements();
    noteProtocol(Work::Step::Access, false);
    if (response.status != 0x9000 || m_nextChannel)
        m_pace.reset();
    return response;
}

Response Card::chipAuthenticationStep(const Command& command)
{
    const ChipKey& key = *std::exchange(m_chipKey, nullptr);
    const auto content = find(command.data, 0x7C);
    const auto theirPublic = content ? find(*content, 0x80) : std::nullopt;
    if (!theirPublic)
        return 0x6A80;
    m_work.agreements = 1;
    m_nextChannel = authenticateChip(key, *theirPublic);
    noteProtocol(Work::Step::ChipAuthentication, false);
    return m_nextChannel ? Response(tlv(0x7C, Bytes{})) : Response(0x6300);
}

} // namespace chinhchu::chip
