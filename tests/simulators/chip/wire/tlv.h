#pragma once

#include "tests/simulators/chip/wire/bytes.h"

#include <optional>
#include <vector>

namespace chinhchu::chip {

/// One data object with a definite length of as few bytes as possible (X.690, 8.1 and 10.1). Tags as they are written,
/// for example 0x30, 0x7F49.
Bytes tlv(std::uint32_t tag, ByteView value);
Bytes tlv(std::uint32_t tag, std::initializer_list<ByteView> parts);

/// The content bytes of an object identifier, without tag and length.
Bytes oidValue(std::string_view dotted);
Bytes oid(std::string_view dotted);
/// A non-negative INTEGER.
Bytes derInteger(std::uint64_t value);
/// SET OF: the elements in the order DER asks for (X.690, 11.6).
Bytes derSetOf(std::vector<Bytes> elements);

struct Element
{
    std::uint32_t tag;
    ByteView value;
};

/// The data objects of one level, or nothing if the bytes are not a whole number of well-formed objects.
std::optional<std::vector<Element>> elements(ByteView bytes);

/// The first object with that tag on this level.
std::optional<ByteView> find(ByteView bytes, std::uint32_t tag);

} // namespace chinhchu::chip
