#include "nfc/authenticity/active_authentication.h"

using namespace chinhchu;
using namespace chinhchu::nfc;

/// DG15, DG14 and the chip's answer, cut out of one input: two length bytes each for the first two.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    ByteView rest(data, size);
    const auto take = [&rest] {
        if (rest.size() < 2)
            return ByteView();
        const std::size_t length = std::min<std::size_t>(rest[0] << 8 | rest[1], rest.size() - 2);
        const ByteView part = rest.subspan(2, length);
        rest = rest.subspan(2 + length);
        return part;
    };
    const ByteView dg15 = take();
    const ByteView dg14 = take();
    (void)verifyActiveAuthentication(dg15, dg14, {Bytes(8, 0x5A), Bytes(rest.begin(), rest.end())});
    return 0;
}
