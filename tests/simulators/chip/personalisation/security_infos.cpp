#include "tests/simulators/chip/personalisation/security_infos.h"

#include "tests/simulators/chip/wire/tlv.h"

namespace chinhchu::chip {

namespace {

constexpr const char* bsi = "0.4.0.127.0.7.";

Bytes paceInfo(const PaceOffer& offer)
{
    const auto parameter = static_cast<std::uint64_t>(offer.parameterId);
    return tlv(0x30, {oid(paceOid(offer)), derInteger(2), derInteger(parameter)});
}

Bytes chipInfo(const ChipKey& key, bool withId)
{
    const Bytes id = withId ? derInteger(static_cast<std::uint64_t>(key.id)) : Bytes{};
    return tlv(0x30, {oid(chipAuthenticationOid(key.offer)), derInteger(1), id});
}

Bytes chipPublicKey(const ChipKey& key, bool withId)
{
    const Bytes id = withId ? derInteger(static_cast<std::uint64_t>(key.id)) : Bytes{};
    return tlv(0x30, {oid(bsi + std::string(key.offer.curve ? "2.2.1.2" : "2.2.1.1")), key.info, id});
}

Bytes terminalInfo()
{
    return tlv(0x30, {oid(bsi + std::string("2.2.2")), derInteger(1)});
}

// id-icao-mrtd-security-aaProtocolObject (ICAO 9303-11, 9.2.8) with the plain-format signature of BSI TR-03111, 5.2.1.
Bytes activeAuthenticationInfo(const std::string& digestName)
{
    constexpr const char* order[] = {"SHA1", "SHA224", "SHA256", "SHA384", "SHA512"};
    int index = 0;
    while (order[index] != digestName)
        ++index;
    return tlv(0x30,
               {oid("2.23.136.1.1.5"), derInteger(1), oid(bsi + std::string("1.1.4.1.") + std::to_string(index + 1))});
}

std::vector<Bytes> announced(const std::vector<PaceOffer>& pace, const std::vector<ChipKey>& keys)
{
    std::vector<Bytes> infos;
    for (const PaceOffer& offer : pace)
        infos.push_back(paceInfo(offer));
    for (const ChipKey& key : keys)
        infos.push_back(chipInfo(key, keys.size() > 1));
    infos.push_back(terminalInfo());
    return infos;
}

} // namespace

std::string paceOid(const PaceOffer& offer)
{
    int protocol = offer.curve ? 2 : 1;
    if (offer.mapping == PaceOffer::Mapping::Integrated)
        protocol += 2;
    if (offer.mapping == PaceOffer::Mapping::ChipAuthentication)
        protocol = 6;
    return bsi + ("2.2.4." + std::to_string(protocol)) + "." + std::to_string(offer.cipher + 1);
}

std::string chipAuthenticationOid(const ChipKeyOffer& offer)
{
    return bsi + std::string(offer.curve ? "2.2.3.2." : "2.2.3.1.") + std::to_string(offer.cipher + 1);
}

Bytes makeCardAccess(const std::vector<PaceOffer>& pace, const std::vector<ChipKey>& keys)
{
    return derSetOf(announced(pace, keys));
}

Bytes makeCardSecurityContent(const std::vector<PaceOffer>& pace, const std::vector<ChipKey>& keys)
{
    std::vector<Bytes> infos = announced(pace, keys);
    for (const ChipKey& key : keys) {
        const auto parameter = derInteger(static_cast<std::uint64_t>(key.offer.parameterId));
        const Bytes algorithm = tlv(0x30, {oid(bsi + std::string("1.2")), parameter});
        const Bytes info = tlv(0x30, {algorithm, tlv(0x03, {Bytes{0}, key.publicKey})});
        infos.push_back(tlv(0x30, {oid(bsi + std::string(key.offer.curve ? "2.2.1.2" : "2.2.1.1")), info, parameter}));
    }
    return derSetOf(std::move(infos));
}

Bytes makeDg14(const Profile& profile, const std::vector<ChipKey>& keys)
{
    std::vector<Bytes> infos = announced(profile.access.pace, keys);
    for (const ChipKey& key : keys)
        infos.push_back(chipPublicKey(key, keys.size() > 1));
    if (profile.activeAuthentication.key.starts_with("ecdsa"))
        infos.push_back(activeAuthenticationInfo(profile.activeAuthentication.digest));
    return tlv(0x6E, derSetOf(std::move(infos)));
}

} // namespace chinhchu::chip
