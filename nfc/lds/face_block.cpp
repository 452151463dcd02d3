#include "nfc/lds/face_block.h"

#include "nfc/lds/ber_tlv.h"
#include "nfc/lds/face_record.h"

namespace chinhchu::nfc {

namespace {

constexpr std::size_t maxFaces = 9;

tl::unexpected<Failure> malformed(std::string detail)
{
    return fail(FailureCode::DataGroupMalformed, "face block: " + std::move(detail));
}

/// ISO/IEC 39794-5, annex A: RepresentationBlock.imageRepresentation [1], base [0] (2D), imageRepresentation2DBlock
/// [0], representationData2D [0].
Result<ChipPhoto> readRepresentation(ByteView representation)
{
    ByteView content = representation;
    for (const std::uint32_t tag : {0xA1U, 0xA0U, 0xA0U}) {
        const auto inner = findTlv(content, tag);
        if (!inner)
            return malformed("a representation that is no picture in two dimensions");
        content = inner->value;
    }
    const auto data = findTlv(content, 0x80);
    if (!data)
        return malformed("a representation without its image");
    const auto encoding = imageEncoding(data->value);
    if (!encoding)
        return malformed("the image is neither JPEG nor JPEG 2000");
    return ChipPhoto{*encoding, Bytes(data->value.begin(), data->value.end())};
}

} // namespace

Result<void> readFaceBlock(ByteView block, std::vector<ChipPhoto>& photos)
{
    const auto face = readTlv(block, 0x65);
    if (!face)
        return tl::make_unexpected(face.error());
    const auto representations = findTlv(face->value, 0xA1);
    if (!representations)
        return malformed("no representation");
    TlvReader reader(representations->value);
    for (std::size_t count = 0; !reader.atEnd(); ++count) {
        if (count == maxFaces)
            return malformed("more than 9 representations");
        const auto representation = reader.next(0x30);
        if (!representation)
            return tl::make_unexpected(representation.error());
        auto photo = readRepresentation(representation->value);
        if (!photo)
            return tl::make_unexpected(photo.error());
        photos.push_back(std::move(*photo));
    }
    return {};
}

} // namespace chinhchu::nfc
