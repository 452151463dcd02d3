#include "nfc/lds/ber_tlv.h"
#include "nfc/lds/data_groups.h"
#include "nfc/lds/face_block.h"
#include "nfc/lds/face_record.h"

#include <algorithm>

namespace chinhchu::nfc {
namespace {

// ICAO 9303-10, 4.7.2: up to nine templates. More than that is not a photograph album but an attack on memory.
constexpr std::size_t maxTemplates = 9;

/// One biometric information template (7F60): header A1, then the data block: 5F2E around an ISO/IEC 19794-5 record, or
/// 7F2E around an ISO/IEC 39794-5 block.
Result<void> readTemplate(ByteView content, std::vector<ChipPhoto>& photos)
{
    if (const auto block = findTlv(content, 0x5F2E))
        return readFaceRecord(block->value, photos);
    // ICAO's profile of ISO/IEC 39794-5 wraps the block once more, in A1.
    if (const auto block = findTlv(content, 0x7F2E)) {
        const auto wrapped = findTlv(block->value, 0xA1);
        return readFaceBlock(wrapped ? wrapped->value : block->value, photos);
    }
    return fail(FailureCode::DataGroupMalformed, "DG2: a template without a data block");
}

} // namespace

Result<std::vector<ChipPhoto>> parseDg2(ByteView raw)
{
    const auto file = readTlv(raw, 0x75);
    if (!file)
        return tl::unexpected(file.error());
    const auto group = readTlv(file->value, 0x7F61);
    if (!group)
        return tl::unexpected(group.error());

    std::vector<ChipPhoto> photos;
    std::size_t templates = 0;
    TlvReader reader(group->value);
    while (!reader.atEnd()) {
        const auto object = reader.next();
        if (!object)
            return tl::unexpected(object.error());
        if (object->tag != 0x7F60)
            continue; // 02: the number of templates, which the templates themselves tell better
        if (++templates > maxTemplates)
            return fail(FailureCode::DataGroupMalformed, "DG2: more than 9 templates");
        if (const auto read = readTemplate(object->value, photos); !read)
            return tl::unexpected(read.error());
    }
    if (photos.empty())
        return fail(FailureCode::DataGroupMalformed, "DG2 holds no photograph");
    return photos;
}

} // namespace chinhchu::nfc
