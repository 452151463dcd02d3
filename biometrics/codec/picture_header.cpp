#include "biometrics/codec/picture_header.h"

#include <algorithm>
#include <array>

namespace chinhchu::biometrics {

namespace {

/// Big-endian numbers from a view; past the end it returns 0 and stays past the end.
class Cursor
{
public:
    explicit Cursor(ByteView data)
        : m_data(data)
    {
    }

    std::uint32_t number(std::size_t bytes)
    {
        if (remaining() < bytes) {
            m_broken = true;
            return 0;
        }
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i)
            value = value << 8 | m_data[m_position++];
        return value;
    }

    void skip(std::size_t bytes)
    {
        if (remaining() < bytes)
            m_broken = true;
        else
            m_position += bytes;
    }

    [[nodiscard]] std::size_t remaining() const { return m_data.size() - m_position; }
    [[nodiscard]] ByteView rest() const { return m_data.subspan(m_position); }
    [[nodiscard]] bool broken() const { return m_broken; }

private:
    ByteView m_data;
    std::size_t m_position = 0;
    bool m_broken = false;
};

bool startsWith(ByteView data, ByteView prefix)
{
    return data.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), data.begin());
}

std::optional<PictureHeader> checked(const PictureHeader& header, const Cursor& cursor)
{
    if (cursor.broken() || header.width == 0 || header.height == 0 || header.components == 0)
        return std::nullopt;
    return header;
}

bool isStartOfFrame(std::uint32_t marker)
{
    // T.81 table B.1: SOF0-SOF15 without DHT (C4), JPG (C8) and DAC (CC).
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<PictureHeader> readJpeg(ByteView data)
{
    Cursor cursor(data);
    cursor.skip(2);
    while (!cursor.broken()) {
        if (cursor.number(1) != 0xFF)
            return std::nullopt;
        std::uint32_t marker = cursor.number(1);
        while (marker == 0xFF && !cursor.broken()) // fill bytes, T.81 B.1.1.2
            marker = cursor.number(1);
        const std::uint32_t length = cursor.number(2);
        if (marker == 0xD9 || marker == 0xDA || length < 2)
            return std::nullopt;
        if (isStartOfFrame(marker)) {
            PictureHeader header{PictureHeader::Format::Jpeg};
            cursor.skip(1);
            header.height = cursor.number(2);
            header.width = cursor.number(2);
            header.components = cursor.number(1);
            return checked(header, cursor);
        }
        cursor.skip(length - 2);
    }
    return std::nullopt;
}

std::optional<PictureHeader> readCodestream(ByteView data)
{
    // SOC, then SIZ at once: marker, length, capabilities, grid size, grid offset, tile size, tile offset, components.
    Cursor cursor(data);
    cursor.skip(2);
    if (cursor.number(2) != 0xFF51)
        return std::nullopt;
    cursor.skip(4);
    const std::uint32_t gridWidth = cursor.number(4);
    const std::uint32_t gridHeight = cursor.number(4);
    const std::uint32_t offsetX = cursor.number(4);
    const std::uint32_t offsetY = cursor.number(4);
    const std::uint32_t tileWidth = cursor.number(4);
    const std::uint32_t tileHeight = cursor.number(4);
    cursor.skip(8);
    if (cursor.broken() || offsetX >= gridWidth || offsetY >= gridHeight)
        return std::nullopt;
    // A small picture cut into millions of tiles is an attack on the decoder's memory, not a photograph.
    constexpr std::uint32_t smallestTile = 32;
    if (tileWidth < std::min(smallestTile, gridWidth) || tileHeight < std::min(smallestTile, gridHeight))
        return std::nullopt;
    PictureHeader header{PictureHeader::Format::Jpeg2000};
    header.width = gridWidth - offsetX;
    header.height = gridHeight - offsetY;
    header.components = cursor.number(2);
    return checked(header, cursor);
}

constexpr std::array<std::uint8_t, 4> codestreamStart{0xFF, 0x4F, 0xFF, 0x51};

std::optional<PictureHeader> readJp2(ByteView data)
{
    constexpr std::uint32_t contiguousCodestream = 0x6A703263; // 'jp2c', T.800 I.5.4
    Cursor cursor(data);
    while (!cursor.broken() && cursor.remaining() >= 8) {
        const std::uint32_t length = cursor.number(4);
        const std::uint32_t type = cursor.number(4);
        std::size_t header = 8;
        if (length == 1) { // 64-bit length: the upper half must be 0 for anything that fits here
            if (cursor.number(4) != 0)
                return std::nullopt;
            cursor.skip(4);
            header = 16;
        }
        if (type == contiguousCodestream)
            return startsWith(cursor.rest(), codestreamStart) ? readCodestream(cursor.rest()) : std::nullopt;
        if (length < header)
            return std::nullopt;
        cursor.skip(length - header);
    }
    return std::nullopt;
}

std::optional<PictureHeader> readPng(ByteView data)
{
    Cursor cursor(data);
    cursor.skip(8 + 4);
    if (cursor.number(4) != 0x49484452) // IHDR
        return std::nullopt;
    PictureHeader header{PictureHeader::Format::Png};
    header.width = cursor.number(4);
    header.height = cursor.number(4);
    header.components = 4;
    return checked(header, cursor);
}

} // namespace

std::optional<PictureHeader> readPictureHeader(ByteView encoded)
{
    constexpr std::array<std::uint8_t, 3> jpeg{0xFF, 0xD8, 0xFF};
    constexpr std::array<std::uint8_t, 12> jp2{0, 0, 0, 12, 'j', 'P', ' ', ' ', 13, 10, 0x87, 10};
    constexpr std::array<std::uint8_t, 8> png{0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    if (startsWith(encoded, jpeg))
        return readJpeg(encoded);
    if (startsWith(encoded, codestreamStart))
        return readCodestream(encoded);
    if (startsWith(encoded, jp2))
        return readJp2(encoded);
    if (startsWith(encoded, png))
        return readPng(encoded);
    return std::nullopt;
}

} // namespace chinhchu::biometrics
