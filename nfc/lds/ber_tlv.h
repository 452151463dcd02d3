#pragma once

#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <cstdint>
#include <optional>

namespace chinhchu::nfc {

/// One BER-TLV data object (ISO/IEC 7816-4, annex E; ICAO 9303-10, 3.9): views into the buffer it was read from.
struct Tlv
{
    std::uint32_t tag = 0; ///< as written: 0x61, 0x5F1F, 0x7F61
    ByteView value;
    ByteView whole; ///< tag, length and value
};

/// Reads data objects one after the other. Every length is checked against what is there; indefinite and longer than
/// four-byte lengths are refused.
class TlvReader
{
public:
    explicit TlvReader(ByteView data)
        : m_rest(data)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    /// The next object, or DATA_GROUP_MALFORMED.
    Result<Tlv> next();
    /// The next object if it has this tag, else DATA_GROUP_MALFORMED naming both tags.
    Result<Tlv> next(std::uint32_t expectedTag);
    [[nodiscard]] ByteView rest() const { return m_rest; }

private:
    ByteView m_rest;
};

/// The one object that fills @p data exactly.
Result<Tlv> readTlv(ByteView data, std::uint32_t expectedTag);

/// The first object with @p tag among those in @p data (one level, not nested).
std::optional<Tlv> findTlv(ByteView data, std::uint32_t tag);

/// Whole size (header and value) announced by the first bytes of a file; for planning a read. At least 2, at most 6
/// bytes are needed.
Result<std::size_t> announcedSize(ByteView header);

/// Encodes tag, definite length and value.
Bytes encodeTlv(std::uint32_t tag, ByteView value);

} // namespace chinhchu::nfc
