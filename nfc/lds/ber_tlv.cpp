#include "nfc/lds/ber_tlv.h"

#include <cstdio>

namespace chinhchu::nfc {
namespace {

struct Header
{
    std::uint32_t tag = 0;
    std::size_t headerSize = 0;
    std::size_t valueSize = 0;
};

tl::unexpected<Failure> malformed(std::string detail)
{
    return fail(FailureCode::DataGroupMalformed, std::move(detail));
}

std::string hexTag(std::uint32_t tag)
{
    char text[16];
    std::snprintf(text, sizeof text, "%02X", static_cast<unsigned>(tag));
    return text;
}

/// ISO/IEC 7816-4, annex E.2.1: the low five bits all set announce further bytes, the last of which has bit 8 clear.
Result<std::size_t> readTag(ByteView data, std::uint32_t& tag)
{
    if (data.empty())
        return malformed("a tag was expected, the data ends");
    tag = data[0];
    std::size_t used = 1;
    if ((data[0] & 0x1F) != 0x1F)
        return used;
    do {
        if (used == 4)
            return malformed("tag longer than 4 bytes");
        if (used == data.size())
            return malformed("the data ends inside a tag");
        tag = tag << 8 | data[used];
    } while ((data[used++] & 0x80) != 0);
    return used;
}

/// Annex E.2.2. Lengths that are longer than needed are accepted: chips in the field have them.
Result<std::size_t> readLength(ByteView data, std::size_t& length)
{
    if (data.empty())
        return malformed("the data ends before a length");
    if (data[0] < 0x80) {
        length = data[0];
        return 1;
    }
    const std::size_t count = data[0] & 0x7F;
    if (count == 0)
        return malformed("indefinite length");
    if (count > 4)
        return malformed("length of more than 4 bytes");
    if (data.size() < 1 + count)
        return malformed("the data ends inside a length");
    length = 0;
    for (std::size_t i = 1; i <= count; ++i)
        length = length << 8 | data[i];
    return 1 + count;
}

Result<Header> readHeader(ByteView data)
{
    Header header;
    const auto tagSize = readTag(data, header.tag);
    if (!tagSize)
        return tl::unexpected(tagSize.error());
    const auto lengthSize = readLength(data.subspan(*tagSize), header.valueSize);
    if (!lengthSize)
        return malformed(lengthSize.error().detail + " (tag " + hexTag(header.tag) + ")");
    header.headerSize = *tagSize + *lengthSize;
    return header;
}

void appendLength(Bytes& out, std::size_t length)
{
    if (length < 0x80) {
        out.push_back(static_cast<std::uint8_t>(length));
        return;
    }
    int count = 1;
    while (length >> (8 * count) != 0)
        ++count;
    out.push_back(static_cast<std::uint8_t>(0x80 | count));
    for (int i = count - 1; i >= 0; --i)
        out.push_back(static_cast<std::uint8_t>(length >> (8 * i)));
}

} // namespace

Result<Tlv> TlvReader::next()
{
    const auto header = readHeader(m_rest);
    if (!header)
        return tl::unexpected(header.error());
    if (header->valueSize > m_rest.size() - header->headerSize)
        return malformed("tag " + hexTag(header->tag) + " announces " + std::to_string(header->valueSize) +
                         " bytes, there are " + std::to_string(m_rest.size() - header->headerSize));
    const std::size_t size = header->headerSize + header->valueSize;
    const Tlv tlv{header->tag, m_rest.subspan(header->headerSize, header->valueSize), m_rest.first(size)};
    m_rest = m_rest.subspan(size);
    return tlv;
}

Result<Tlv> TlvReader::next(std::uint32_t expectedTag)
{
    const ByteView before = m_rest;
    auto tlv = next();
    if (tlv && tlv->tag != expectedTag) {
        m_rest = before;
        return malformed("tag " + hexTag(tlv->tag) + " where " + hexTag(expectedTag) + " belongs");
    }
    return tlv;
}

Result<Tlv> readTlv(ByteView data, std::uint32_t expectedTag)
{
    TlvReader reader(data);
    auto tlv = reader.next(expectedTag);
    if (tlv && !reader.atEnd())
        return malformed(std::to_string(reader.rest().size()) + " bytes after the end of " + hexTag(expectedTag));
    return tlv;
}

std::optional<Tlv> findTlv(ByteView data, std::uint32_t tag)
{
    TlvReader reader(data);
    while (!reader.atEnd()) {
        const auto tlv = reader.next();
        if (!tlv)
            return std::nullopt;
        if (tlv->tag == tag)
            return *tlv;
    }
    return std::nullopt;
}

Result<std::size_t> announcedSize(ByteView header)
{
    const auto parsed = readHeader(header);
    if (!parsed)
        return tl::unexpected(parsed.error());
    return parsed->headerSize + parsed->valueSize;
}

Bytes encodeTlv(std::uint32_t tag, ByteView value)
{
    Bytes out;
    out.reserve(value.size() + 9);
    for (int shift = 24; shift >= 0; shift -= 8) {
        if (tag >> shift != 0 || shift == 0)
            out.push_back(static_cast<std::uint8_t>(tag >> shift));
    }
    appendLength(out, value.size());
    out.insert(out.end(), value.begin(), value.end());
    return out;
}

} // namespace chinhchu::nfc
