#include "nfc/lds/security_infos.h"

#include "nfc/lds/ber_tlv.h"

#include <algorithm>
#include <utility>

namespace chinhchu::nfc {

namespace {

constexpr std::size_t mostInfos = 64;
constexpr std::string_view paceRoot = "0.4.0.127.0.7.2.2.4.";
constexpr std::string_view chipAuthenticationRoot = "0.4.0.127.0.7.2.2.3.";
constexpr std::string_view publicKeyRoot = "0.4.0.127.0.7.2.2.1.";

Bytes copy(ByteView view)
{
    return {view.begin(), view.end()};
}

tl::unexpected<Failure> malformed(const char* what)
{
    return fail(FailureCode::DataGroupMalformed, std::string("SecurityInfo: ") + what);
}

/// A small non-negative INTEGER: versions, parameter and key identifiers.
Result<int> smallInteger(const Tlv& object)
{
    if (object.tag != 0x02 || object.value.empty() || object.value.size() > 4 || (object.value[0] & 0x80) != 0)
        return malformed("integer expected");
    int value = 0;
    for (const auto byte : object.value)
        value = value << 8 | byte;
    return value;
}

Result<std::optional<int>> optionalInteger(TlvReader& reader)
{
    if (reader.atEnd())
        return std::optional<int>{};
    const auto object = reader.next();
    if (!object)
        return tl::make_unexpected(object.error());
    return smallInteger(*object).map([](int value) { return std::optional<int>(value); });
}

/// The last arcs of a protocol: mapping or agreement, then cipher.
struct Arcs
{
    int first = 0;
    int second = 0; ///< 0 where there is none
};

std::optional<Arcs> arcsUnder(std::string_view oid, std::string_view root)
{
    if (!oid.starts_with(root))
        return std::nullopt;
    const auto rest = oid.substr(root.size());
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (rest.size() == 1 && isDigit(rest[0]))
        return Arcs{rest[0] - '0', 0};
    if (rest.size() == 3 && isDigit(rest[0]) && rest[1] == '.' && isDigit(rest[2]))
        return Arcs{rest[0] - '0', rest[2] - '0'};
    return std::nullopt;
}

std::optional<Cipher> cipherOf(int arc)
{
    if (arc < 1 || arc > 4)
        return std::nullopt;
    constexpr Cipher ciphers[] = {Cipher::TripleDes, Cipher::Aes128, Cipher::Aes192, Cipher::Aes256};
    return ciphers[arc - 1];
}

/// ICAO 9303-11, 9.2.1: 1 DH-GM, 2 ECDH-GM, 3 DH-IM, 4 ECDH-IM, 6 ECDH-CAM.
std::optional<std::pair<Mapping, Agreement>> paceKind(int arc)
{
    switch (arc) {
    case 1:
        return std::pair(Mapping::Generic, Agreement::Dh);
    case 2:
        return std::pair(Mapping::Generic, Agreement::Ecdh);
    case 3:
        return std::pair(Mapping::Integrated, Agreement::Dh);
    case 4:
        return std::pair(Mapping::Integrated, Agreement::Ecdh);
    case 6:
        return std::pair(Mapping::ChipAuthentication, Agreement::Ecdh);
    default:
        return std::nullopt;
    }
}

/// One SecurityInfo taken apart: protocol, required and optional data (ICAO 9303-11, 9.2).
struct Entry
{
    Tlv oid;
    std::string protocol;
    Tlv required;
    TlvReader rest;
    ByteView whole;
};

Result<void> addPaceInfo(SecurityInfos& infos, Entry& entry, Arcs arcs)
{
    const auto kind = paceKind(arcs.first);
    const auto cipher = cipherOf(arcs.second);
    if (!kind || !cipher)
        return {};
    const auto version = smallInteger(entry.required);
    if (!version)
        return tl::make_unexpected(version.error());
    auto parameterId = optionalInteger(entry.rest);
    if (!parameterId)
        return tl::make_unexpected(parameterId.error());
    infos.pace.push_back(
        {copy(entry.oid.value), kind->first, kind->second, *cipher, *version, *parameterId, copy(entry.whole)});
    return {};
}

Result<void> addPaceParameters(SecurityInfos& infos, Entry& entry, Arcs arcs)
{
    const auto kind = paceKind(arcs.first);
    if (!kind || entry.required.tag != 0x30)
        return {};
    auto parameterId = optionalInteger(entry.rest);
    if (!parameterId)
        return tl::make_unexpected(parameterId.error());
    infos.paceParameters.push_back(
        {kind->second, kind->first, copy(entry.required.whole), *parameterId, copy(entry.whole)});
    return {};
}

Result<void> addChipAuthentication(SecurityInfos& infos, Entry& entry, Arcs arcs)
{
    const auto cipher = cipherOf(arcs.second);
    if (!cipher || (arcs.first != 1 && arcs.first != 2))
        return {};
    const auto version = smallInteger(entry.required);
    if (!version)
        return tl::make_unexpected(version.error());
    auto keyId = optionalInteger(entry.rest);
    if (!keyId)
        return tl::make_unexpected(keyId.error());
    const auto agreement = arcs.first == 1 ? Agreement::Dh : Agreement::Ecdh;
    infos.chipAuthentication.push_back({copy(entry.oid.value), agreement, *cipher, *version, *keyId});
    return {};
}

Result<void> addPublicKey(SecurityInfos& infos, Entry& entry, Arcs arcs)
{
    if (arcs.first != 1 && arcs.first != 2)
        return {};
    TlvReader info(entry.required.value);
    const auto algorithm = info.next(0x30);
    const auto key = algorithm ? info.next(0x03) : algorithm;
    if (!key || key->value.size() < 2 || key->value[0] != 0)
        return malformed("public key of chip authentication");
    auto keyId = optionalInteger(entry.rest);
    if (!keyId)
        return tl::make_unexpected(keyId.error());
    const auto agreement = arcs.first == 1 ? Agreement::Dh : Agreement::Ecdh;
    infos.chipAuthenticationKeys.push_back(
        {agreement, copy(algorithm->whole), copy(key->value.subspan(1)), *keyId, copy(entry.whole)});
    return {};
}

Result<void> addEntry(SecurityInfos& infos, const Tlv& object)
{
    TlvReader reader(object.value);
    const auto oid = reader.next(0x06);
    if (!oid)
        return tl::make_unexpected(oid.error());
    const auto required = reader.next();
    if (!required)
        return tl::make_unexpected(required.error());
    Entry entry{*oid, dottedOid(oid->value), *required, reader, object.whole};
    if (const auto arcs = arcsUnder(entry.protocol, paceRoot))
        return arcs->second != 0 ? addPaceInfo(infos, entry, *arcs) : addPaceParameters(infos, entry, *arcs);
    if (const auto arcs = arcsUnder(entry.protocol, chipAuthenticationRoot))
        return addChipAuthentication(infos, entry, *arcs);
    if (const auto arcs = arcsUnder(entry.protocol, publicKeyRoot))
        return addPublicKey(infos, entry, *arcs);
    return {};
}

} // namespace

Result<SecurityInfos> parseSecurityInfos(ByteView set)
{
    // Some chips pad the file with zeros behind the set: only the set counts.
    const auto content = TlvReader(set).next(0x31);
    if (!content)
        return tl::make_unexpected(content.error());
    SecurityInfos infos;
    TlvReader reader(content->value);
    for (std::size_t count = 0; !reader.atEnd(); ++count) {
        if (count == mostInfos)
            return malformed("too many entries");
        const auto object = reader.next(0x30);
        if (!object)
            return tl::make_unexpected(object.error());
        if (auto added = addEntry(infos, *object); !added)
            return tl::make_unexpected(added.error());
    }
    return infos;
}

Result<SecurityInfos> parseDg14(ByteView raw)
{
    const auto file = readTlv(raw, 0x6E);
    if (!file)
        return tl::make_unexpected(file.error());
    return parseSecurityInfos(file->value);
}

bool paceAgrees(const SecurityInfos& cardAccess, const SecurityInfos& dg14)
{
    if (dg14.pace.empty())
        return true;
    const auto within = [](const auto& these, const auto& those) {
        return std::ranges::all_of(these, [&](const auto& one) {
            return std::ranges::any_of(those, [&](const auto& other) { return one.whole == other.whole; });
        });
    };
    // Whoever chooses the group can choose one in which it can compute what it should not.
    if (!within(cardAccess.paceParameters, dg14.paceParameters))
        return false;
    // Both ways: leaving out the strongest offer is a downgrade by a file that nobody signed. A chip without any offer
    // there is opened by BAC, which is judged elsewhere (ACCESS_DOWNGRADED).
    const bool hidesNothing =
        within(dg14.pace, cardAccess.pace) && within(dg14.paceParameters, cardAccess.paceParameters);
    return within(cardAccess.pace, dg14.pace) && (cardAccess.pace.empty() || hidesNothing);
}

std::string dottedOid(ByteView content)
{
    if (content.empty() || content.size() > 32 || (content.back() & 0x80) != 0)
        return {};
    std::string text;
    std::uint64_t arc = 0;
    for (const auto byte : content) {
        if (arc > (UINT64_MAX >> 8))
            return {};
        arc = arc << 7 | (byte & 0x7F);
        if ((byte & 0x80) != 0)
            continue;
        if (text.empty()) {
            const std::uint64_t top = std::min<std::uint64_t>(arc / 40, 2);
            text = std::to_string(top) + '.' + std::to_string(arc - top * 40);
        } else {
            text += '.' + std::to_string(arc);
        }
        arc = 0;
    }
    return text;
}

} // namespace chinhchu::nfc
