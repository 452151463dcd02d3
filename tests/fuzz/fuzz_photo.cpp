#include "biometrics/codec/picture_header.h"
#include "biometrics/face_engine.h"

using namespace chinhchu::biometrics;

/// What a chip calls its photograph. In the product this runs in a confined child process; the header is read outside.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const chinhchu::ByteView encoded(data, size);
    const auto header = readPictureHeader(encoded);
    // Large pictures are allowed and slow: what is looked for here is not found in their size.
    constexpr std::uint32_t largest = 512;
    if (header && (header->width > largest || header->height > largest))
        return 0;
    const auto image = decodeImage(encoded);
    if (image && image->pixels.size() != std::size_t(image->width) * std::size_t(image->height) * 3)
        __builtin_trap();
    return 0;
}
