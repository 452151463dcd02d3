#include "tests/simulators/chip/wire/tlv.h"

#include <algorithm>
#include <charconv>

namespace chinhchu::chip {

namespace {

Bytes withoutLeadingZeros(std::uint64_t value)
{
    Bytes bytes = bigEndian(value, 8);
    const auto first = std::find_if(bytes.begin(), bytes.end() - 1, [](std::uint8_t byte) { return byte != 0; });
    return {first, bytes.end()};
}

Bytes lengthField(std::size_t length)
{
    if (length < 0x80)
        return {static_cast<std::uint8_t>(length)};
    Bytes field = withoutLeadingZeros(length);
    field.insert(field.begin(), static_cast<std::uint8_t>(0x80 | field.size()));
    return field;
}

} // namespace

Bytes tlv(std::uint32_t tag, ByteView value)
{
    return join({withoutLeadingZeros(tag), lengthField(value.size()), value});
}

Bytes tlv(std::uint32_t tag, std::initializer_list<ByteView> parts)
{
    return tlv(tag, join(parts));
}

Bytes oidValue(std::string_view dotted)
{
    std::vector<std::uint32_t> arcs;
    const char* at = dotted.data();
    const char* const end = at + dotted.size();
    while (at < end) {
        std::uint32_t arc = 0;
        const auto [next, error] = std::from_chars(at, end, arc);
        if (error != std::errc{} || (next != end && *next != '.'))
            throw LabError("not an object identifier: " + std::string(dotted));
        arcs.push_back(arc);
        at = next + 1;
    }
    if (arcs.size() < 2)
        throw LabError("not an object identifier: " + std::string(dotted));
    arcs[1] += arcs[0] * 40; // X.690, 8.19.4: the first two arcs share one subidentifier
    Bytes value;
    for (std::size_t i = 1; i < arcs.size(); ++i) {
        Bytes septets{static_cast<std::uint8_t>(arcs[i] & 0x7F)};
        for (std::uint32_t rest = arcs[i] >> 7; rest != 0; rest >>= 7)
            septets.insert(septets.begin(), static_cast<std::uint8_t>(0x80 | (rest & 0x7F)));
        append(value, septets);
    }
    return value;
}

Bytes oid(std::string_view dotted)
{
    return tlv(0x06, oidValue(dotted));
}

Bytes derInteger(std::uint64_t value)
{
    Bytes bytes = withoutLeadingZeros(value);
    if (bytes.front() & 0x80)
        bytes.insert(bytes.begin(), 0);
    return tlv(0x02, bytes);
}

Bytes derSetOf(std::vector<Bytes> elements)
{
    std::sort(elements.begin(), elements.end());
    Bytes content;
    for (const Bytes& element : elements)
        append(content, element);
    return tlv(0x31, content);
}

std::optional<std::vector<Element>> elements(ByteView bytes)
{
    std::vector<Element> found;
    std::size_t at = 0;
    const auto more = [&](std::size_t count) { return bytes.size() - at >= count; };
    while (at < bytes.size()) {
        std::uint32_t tag = bytes[at++];
        if ((tag & 0x1F) == 0x1F) {
            do {
                if (!more(1) || tag > 0xFFFFFF)
                    return {};
                tag = tag << 8 | bytes[at++];
            } while (tag & 0x80);
        }
        if (!more(1))
            return {};
        std::size_t length = bytes[at++];
        if (length >= 0x80) {
            const std::size_t count = length & 0x7F;
            if (count == 0 || count > 4 || !more(count))
                return {};
            length = 0;
            for (std::size_t i = 0; i < count; ++i)
                length = length << 8 | bytes[at++];
        }
        if (!more(length))
            return {};
        found.push_back({tag, bytes.subspan(at, length)});
        at += length;
    }
    return found;
}

std::optional<ByteView> find(ByteView bytes, std::uint32_t tag)
{
    const auto all = elements(bytes);
    if (!all)
        return {};
    for (const Element& element : *all)
        if (element.tag == tag)
            return element.value;
    return {};
}

} // namespace chinhchu::chip
