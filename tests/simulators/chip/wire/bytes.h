#pragma once

#include "resources/base/wiping_memory.h"

#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>

namespace chinhchu::chip {

/// What stops the laboratory: a wrong profile, an unreadable file, a library that refuses. Thrown inside the simulator,
/// turned into a value at its border (personalise(), main()).
struct LabError : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// Joins byte strings.
Bytes join(std::initializer_list<ByteView> parts);

inline void append(Bytes& to, ByteView what)
{
    to.insert(to.end(), what.begin(), what.end());
}

inline Bytes bytesOf(std::string_view text)
{
    return {text.begin(), text.end()};
}

/// @p text may hold spaces between bytes; anything else that is no hexadecimal digit is a LabError.
Bytes fromHex(std::string_view text);
std::string toHex(ByteView bytes);

/// Big-endian, exactly @p size bytes.
Bytes bigEndian(std::uint64_t value, std::size_t size);

} // namespace chinhchu::chip
