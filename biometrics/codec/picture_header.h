#pragma once

#include "resources/base/wiping_memory.h"

#include <optional>

namespace chinhchu::biometrics {

/// What a picture file says about itself, read without decoding it.
struct PictureHeader
{
    enum class Format
    {
        Jpeg,
        Jpeg2000,
        Png
    } format = Format::Jpeg;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint32_t components = 0;
};

/// The header of a JPEG (ITU-T T.81, B.2), JPEG 2000 file or codestream (ITU-T T.800, A.5.1 and I.5.3.1) or PNG
/// (11.2.2). Nothing when it is none of these or breaks off.
std::optional<PictureHeader> readPictureHeader(ByteView encoded);

} // namespace chinhchu::biometrics
