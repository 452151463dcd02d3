#pragma once

#include "resources/base/wiping_memory.h"

namespace chinhchu::biometrics {

/// A picture in memory: 8-bit BGR, rows without padding. Its memory is wiped when it is given back.
struct Image
{
    int width = 0;
    int height = 0;
    Bytes pixels; ///< width * height * 3 bytes

    [[nodiscard]] bool empty() const { return pixels.empty(); }
};

} // namespace chinhchu::biometrics
