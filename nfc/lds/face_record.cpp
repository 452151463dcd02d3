#include "nfc/lds/face_record.h"

#include <algorithm>
#include <array>

namespace chinhchu::nfc {
namespace {

// ISO/IEC 19794-5:2005, 5.4 to 5.8: sizes of the fixed blocks.
constexpr std::size_t recordHeaderSize = 14;
constexpr std::size_t faceInformationSize = 20;
constexpr std::size_t featurePointSize = 8;
constexpr std::size_t imageInformationSize = 12;
constexpr std::size_t maxFaces = 9;

tl::unexpected<Failure> malformed(std::string detail)
{
    return fail(FailureCode::DataGroupMalformed, "face record: " + std::move(detail));
}

std::size_t bigEndian(ByteView bytes)
{
    std::size_t value = 0;
    for (std::uint8_t byte : bytes)
        value = value << 8 | byte;
    return value;
}

template <std::size_t N>
bool startsWith(ByteView data, const std::array<std::uint8_t, N>& magic)
{
    return data.size() >= N && std::equal(magic.begin(), magic.end(), data.begin());
}

/// Face information, feature points, image information, image: @p face is the whole block.
Result<ChipPhoto> readFace(ByteView face)
{
    const std::size_t points = bigEndian(face.subspan(4, 2));
    const std::size_t imageAt = faceInformationSize + points * featurePointSize + imageInformationSize;
    if (imageAt >= face.size())
        return malformed("no room for the image");
    const ByteView image = face.subspan(imageAt);
    const auto encoding = imageEncoding(image);
    if (!encoding)
        return malformed("the image is neither JPEG nor JPEG 2000");
    return ChipPhoto{*encoding, Bytes(image.begin(), image.end())};
}

} // namespace

std::optional<ChipPhoto::Encoding> imageEncoding(ByteView image)
{
    constexpr std::array<std::uint8_t, 3> jpeg = {0xFF, 0xD8, 0xFF};
    constexpr std::array<std::uint8_t, 12> jp2 = {0, 0, 0, 0x0C, 'j', 'P', ' ', ' ', 0x0D, 0x0A, 0x87, 0x0A};
    constexpr std::array<std::uint8_t, 4> codestream = {0xFF, 0x4F, 0xFF, 0x51};
    if (startsWith(image, jpeg))
        return ChipPhoto::Encoding::Jpeg;
    if (startsWith(image, jp2) || startsWith(image, codestream))
        return ChipPhoto::Encoding::Jpeg2000;
    return std::nullopt;
}

Result<void> readFaceRecord(ByteView record, std::vector<ChipPhoto>& photos)
{
    constexpr std::array<std::uint8_t, 8> magic = {'F', 'A', 'C', 0, '0', '1', '0', 0};
    if (record.size() < recordHeaderSize || !startsWith(record, magic))
        return malformed("does not begin with FAC 010");
    const std::size_t length = bigEndian(record.subspan(8, 4));
    const std::size_t faces = bigEndian(record.subspan(12, 2));
    if (length > record.size() || length < recordHeaderSize)
        return malformed("length of the record");
    if (faces == 0 || faces > maxFaces)
        return malformed(std::to_string(faces) + " faces");

    ByteView rest = record.subspan(recordHeaderSize, length - recordHeaderSize);
    for (std::size_t i = 0; i < faces; ++i) {
        const std::size_t size = rest.size() < faceInformationSize ? 0 : bigEndian(rest.first(4));
        if (size < faceInformationSize || size > rest.size())
            return malformed("length of face " + std::to_string(i + 1));
        auto photo = readFace(rest.first(size));
        if (!photo)
            return tl::unexpected(photo.error());
        photos.push_back(std::move(*photo));
        rest = rest.subspan(size);
    }
    return {};
}

} // namespace chinhchu::nfc
