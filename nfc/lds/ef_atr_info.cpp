#include "nfc/lds/ef_atr_info.h"

#include "nfc/lds/ber_tlv.h"

namespace chinhchu::nfc {

namespace {

std::optional<std::size_t> lengthIn(const Result<Tlv>& integer)
{
    if (!integer || integer->value.empty() || integer->value.size() > 4)
        return std::nullopt;
    std::size_t value = 0;
    for (const auto byte : integer->value)
        value = value << 8 | byte;
    return value;
}

} // namespace

std::optional<EfAtrInfo> parseEfAtrInfo(ByteView raw)
{
    // The file may begin with the category indicator of the historical bytes (ISO/IEC 7816-4, 12.1.1.1).
    if (!raw.empty() && (raw[0] == 0x80 || raw[0] == 0x00))
        raw = raw.subspan(1);
    const auto lengths = findTlv(raw, 0x7F66);
    if (!lengths)
        return std::nullopt;
    TlvReader reader(lengths->value);
    const auto command = lengthIn(reader.next(0x02));
    const auto answer = command ? lengthIn(reader.next(0x02)) : std::nullopt;
    if (!answer)
        return std::nullopt;
    return EfAtrInfo{*command, *answer};
}

} // namespace chinhchu::nfc
