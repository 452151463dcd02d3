#include "tests/simulators/chip/personalisation/data_groups.h"

#include "tests/simulators/chip/personalisation/mrz.h"
#include "tests/simulators/chip/wire/tlv.h"

#include <cstdlib>

namespace chinhchu::chip {

namespace {

constexpr std::uint32_t groupTags[] = {0x61, 0x75, 0x63, 0x76, 0x65, 0x66, 0x67, 0x68,
                                       0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F, 0x70};

int groupNumber(const std::string& name)
{
    const int number = name.starts_with("DG") ? std::atoi(name.c_str() + 2) : 0;
    if (number < 1 || number > 16 || name != "DG" + std::to_string(number))
        throw LabError("'" + name + "' is no file of the chip");
    return number;
}

} // namespace

std::uint16_t fileIdentifier(const std::string& name)
{
    if (name == "EF.COM")
        return 0x011E;
    if (name == "EF.SOD")
        return 0x011D;
    return static_cast<std::uint16_t>(0x0100 + groupNumber(name));
}

std::uint32_t fileTag(const std::string& name)
{
    if (name == "EF.COM")
        return 0x60;
    if (name == "EF.SOD")
        return 0x77;
    return groupTags[groupNumber(name) - 1];
}

Bytes makeCom(const std::vector<std::string>& groups)
{
    Bytes tags;
    for (const std::string& group : groups)
        tags.push_back(static_cast<std::uint8_t>(fileTag(group)));
    return tlv(0x60, {tlv(0x5F01, bytesOf("0107")), tlv(0x5F36, bytesOf("040000")), tlv(0x5C, tags)});
}

Bytes makeDg1(const Profile& profile)
{
    return tlv(0x61, tlv(0x5F1F, bytesOf(machineReadableZone(profile))));
}

Bytes makeDg2(const Portrait& portrait)
{
    const auto u = [](std::uint64_t value, std::size_t size) { return bigEndian(value, size); };
    // ISO/IEC 19794-5, 5.5 and 5.7: no feature points, everything about the face unspecified.
    const Bytes facialInformation = join({u(0, 2), u(0, 1), u(0, 1), u(0, 1), u(0, 3), u(0, 2), u(0, 3), u(0, 3)});
    const Bytes imageInformation =
        join({u(1, 1), u(portrait.jpeg2000 ? 1 : 0, 1), u(static_cast<std::uint64_t>(portrait.width), 2),
              u(static_cast<std::uint64_t>(portrait.height), 2), u(1, 1), u(2, 1), u(0, 2), u(0, 2)});
    const std::size_t recordSize = 4 + facialInformation.size() + imageInformation.size() + portrait.encoded.size();
    const Bytes record = join({u(recordSize, 4), facialInformation, imageInformation, portrait.encoded});
    const Bytes block =
        join({bytesOf("FAC"), u(0, 1), bytesOf("010"), u(0, 1), u(14 + record.size(), 4), u(1, 2), record});
    const Bytes header = tlv(0xA1, {tlv(0x80, fromHex("0101")), tlv(0x81, fromHex("02")), tlv(0x82, fromHex("00")),
                                    tlv(0x87, fromHex("0101")), tlv(0x88, fromHex("0008"))});
    const Bytes instance = tlv(0x7F60, {header, tlv(0x5F2E, block)});
    return tlv(0x75, tlv(0x7F61, {tlv(0x02, fromHex("01")), instance}));
}

Bytes makeDg3()
{
    return tlv(0x63, tlv(0x7F61, tlv(0x02, fromHex("00"))));
}

Bytes makeDg11(const Profile& profile)
{
    const Bytes name = tlv(0x5F0E, bytesOf(profile.identity.latinName));
    const Bytes number = tlv(0x5F10, bytesOf(profile.identity.number));
    return tlv(0x6B, {tlv(0x5C, fromHex("5F0E5F10")), name, number});
}

Bytes makeDg15(ByteView subjectPublicKeyInfo)
{
    return tlv(0x6F, subjectPublicKeyInfo);
}

} // namespace chinhchu::chip
