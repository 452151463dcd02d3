#pragma once

#include <cstdint>

namespace chinhchu::biometrics {

/// What the decoder process writes before the pixels. Both ends are the same build on the same machine.
struct DecodedHeader
{
    static constexpr std::uint32_t expectedMagic = 0x43434450;
    std::uint32_t magic = 0;
    std::uint32_t width = 0; ///< 0 when the picture cannot be decoded
    std::uint32_t height = 0;
};

inline constexpr std::uint32_t largestPhotoSide = 4096;
inline constexpr std::size_t largestPhotoFile = 16U << 20;

} // namespace chinhchu::biometrics
