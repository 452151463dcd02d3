#include "tests/simulators/chip/personalisation/forgery.h"

#include "tests/simulators/chip/personalisation/data_groups.h"
#include "tests/simulators/chip/personalisation/security_infos.h"
#include "tests/simulators/chip/profile/profile_reader.h"
#include "tests/simulators/chip/wire/tlv.h"

#include <algorithm>
#include <filesystem>

namespace chinhchu::chip {

namespace {

void flipByte(CardImage& card, const std::string& where)
{
    const std::size_t colon = where.find(':');
    const std::uint16_t file = fileIdentifier(where.substr(0, colon));
    const int index = colon == std::string::npos ? -1 : std::atoi(where.c_str() + colon + 1);
    if (!card.files.contains(file) || index < 0 || static_cast<std::size_t>(index) >= card.files[file].size())
        throw LabError(card.profile.file + ": attack.flip: there is no byte '" + where + "'");
    card.files[file][static_cast<std::size_t>(index)] ^= 1;
}

// The files are copied, the private keys stay in the real chip: the forger has only keys of his own.
void replacePrivateKeys(CardImage& card)
{
    if (card.activeKey)
        card.activeKey = makeKey(card.profile.activeAuthentication.key);
    for (ChipKey& key : card.chipKeys)
        key = makeChipKey(key.offer, key.id);
}

void showOtherSod(CardImage& card, const Workshop& workshop)
{
    Profile other = readProfile((std::filesystem::path(card.profile.folder) / card.profile.attack.sodFrom).string());
    const std::uint16_t sod = fileIdentifier("EF.SOD");
    card.files[sod] = personalise(other, workshop).files.at(sod);
}

void overwriteAfter(Bytes& bytes, ByteView mark, std::ptrdiff_t distance, ByteView by)
{
    const auto found = std::search(bytes.begin(), bytes.end(), mark.begin(), mark.end());
    if (bytes.end() - found < static_cast<std::ptrdiff_t>(mark.size() + by.size()) + distance)
        throw LabError("attack.photo: the picture is no JPEG 2000");
    std::copy(by.begin(), by.end(), found + static_cast<std::ptrdiff_t>(mark.size()) + distance);
}

Bytes nestedObjects(std::uint32_t outerTag, int depth)
{
    // Built from the inside with one tag and a four-byte length each, so that ten thousand levels take no time.
    Bytes reversed;
    std::uint32_t length = 0;
    for (int level = 0; level < depth; ++level) {
        for (int shift = 0; shift < 32; shift += 8)
            reversed.push_back(static_cast<std::uint8_t>(length >> shift));
        reversed.push_back(0x84);
        reversed.push_back(level + 1 == depth ? static_cast<std::uint8_t>(outerTag) : 0x30);
        length += 6;
    }
    return {reversed.rbegin(), reversed.rend()};
}

} // namespace

Portrait forgedPortrait(const Profile& profile, Portrait portrait)
{
    const std::string& kind = profile.attack.photo;
    if (kind == "truncated")
        portrait.encoded.resize(portrait.encoded.size() / 3);
    if (kind == "not-a-picture")
        portrait.encoded = bytesOf("#!/bin/sh\nexit 1\n");
    if (kind == "huge-dimensions") {
        // A JPEG header (SOF0) of 65,500 x 65,500 pixels and no pixels after it.
        portrait.encoded =
            fromHex("FFD8 FFE000104A46494600010100000100010000 FFC0001108 FFDC FFDC 03 012200 021101 031101");
        append(portrait.encoded, fromHex("FFDA000C03010002110311003F00 0000 FFD9"));
        portrait.jpeg2000 = false;
        portrait.width = portrait.height = 65500;
    }
    if (kind == "huge-jpeg2000") {
        // The size stands in the image header box and in the SIZ marker (ISO/IEC 15444-1, I.5.3.1 and A.5.1).
        constexpr std::uint32_t size = 65500;
        overwriteAfter(portrait.encoded, bytesOf("ihdr"), 0, join({bigEndian(size, 4), bigEndian(size, 4)}));
        overwriteAfter(portrait.encoded, fromHex("FF4FFF51"), 4, join({bigEndian(size, 4), bigEndian(size, 4)}));
        portrait.width = portrait.height = size;
    }
    return portrait;
}

void forge(CardImage& card, const Workshop& workshop)
{
    const Profile::Attack& attack = card.profile.attack;
    if (!attack.sodFrom.empty())
        showOtherSod(card, workshop);
    for (const std::string& where : attack.flip)
        flipByte(card, where);
    for (const std::string& name : attack.withheld)
        card.files.erase(fileIdentifier(name));
    if (attack.cloned)
        replacePrivateKeys(card);
    if (!attack.cardAccess.empty())
        card.cardAccess = makeCardAccess(attack.cardAccess, card.chipKeys);
    if (attack.hidePace)
        card.cardAccess.clear();
    if (!attack.nested.empty())
        card.files[fileIdentifier(attack.nested)] = nestedObjects(fileTag(attack.nested), 10000);
    if (!attack.longLength.empty()) {
        Bytes& file = card.files[fileIdentifier(attack.longLength)];
        file = join({Bytes{static_cast<std::uint8_t>(fileTag(attack.longLength))}, fromHex("8480000000"), file});
    }
    if (!attack.endless.empty()) {
        const std::uint16_t file = fileIdentifier(attack.endless);
        card.endless[file] = 0x7FFFFFFF;
        card.files[file] = join({Bytes{static_cast<std::uint8_t>(fileTag(attack.endless))}, fromHex("847FFFFFF9")});
    }
}

} // namespace chinhchu::chip
