#include "nfc/cccd/candidate_keys.h"

using namespace chinhchu::nfc::cccd;

/// What a camera saw or a person typed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)keysFromQr(text);
    (void)keysFromMrz(text);
    (void)keysFromCan(text);
    return 0;
}
