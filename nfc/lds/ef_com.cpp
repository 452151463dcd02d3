#include "nfc/lds/ef_com.h"
#include "nfc/lds/ber_tlv.h"

#include <algorithm>
#include <array>

namespace chinhchu::nfc {
namespace {

// The tags of DG1 to DG16 are not in numerical order: DG2 is 75, DG4 is 76.
constexpr std::array<std::uint8_t, 16> dataGroupTags = {0x61, 0x75, 0x63, 0x76, 0x65, 0x66, 0x67, 0x68,
                                                        0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F, 0x70};

std::string printable(ByteView value)
{
    std::string text(value.begin(), value.end());
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c > 0x7E; }, '?');
    return text;
}

} // namespace

int dataGroupOfTag(std::uint32_t tag)
{
    const auto found = std::find(dataGroupTags.begin(), dataGroupTags.end(), tag);
    return found == dataGroupTags.end() ? 0 : static_cast<int>(found - dataGroupTags.begin()) + 1;
}

std::uint8_t tagOfDataGroup(int dataGroup)
{
    return dataGroupTags.at(static_cast<std::size_t>(dataGroup - 1));
}

Result<EfCom> parseEfCom(ByteView raw)
{
    const auto file = readTlv(raw, 0x60);
    if (!file)
        return tl::unexpected(file.error());
    EfCom com;
    bool hasTagList = false;
    TlvReader reader(file->value);
    while (!reader.atEnd()) {
        const auto object = reader.next();
        if (!object)
            return tl::unexpected(object.error());
        if (object->tag == 0x5F01)
            com.ldsVersion = printable(object->value.first(std::min<std::size_t>(object->value.size(), 8)));
        else if (object->tag == 0x5F36)
            com.unicodeVersion = printable(object->value.first(std::min<std::size_t>(object->value.size(), 8)));
        else if (object->tag == 0x5C) {
            hasTagList = true;
            for (std::uint8_t tag : object->value)
                com.dataGroups.insert(dataGroupOfTag(tag));
        }
    }
    if (!hasTagList)
        return fail(FailureCode::DataGroupMalformed, "EF.COM has no tag list");
    com.dataGroups.erase(0);
    return com;
}

} // namespace chinhchu::nfc
