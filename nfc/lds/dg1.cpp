#include "nfc/lds/ber_tlv.h"
#include "nfc/lds/data_groups.h"
#include "nfc/lds/mrz.h"

namespace chinhchu::nfc {

Result<MachineReadableZone> parseDg1(ByteView raw)
{
    const auto file = readTlv(raw, 0x61);
    if (!file)
        return tl::unexpected(file.error());
    const auto mrz = readTlv(file->value, 0x5F1F);
    if (!mrz)
        return tl::unexpected(mrz.error());
    return parseMrz({reinterpret_cast<const char*>(mrz->value.data()), mrz->value.size()});
}

} // namespace chinhchu::nfc
