#pragma once

#include "tests/simulators/camera/people/performance.h"

namespace chinhchu::stage {

enum class PaperKind
{
    Flat,
    Bent,
    CutOut, ///< bent around the face, with holes for the eyes of the one behind it
};

/// A print of the holder's photograph, turned in the hands as asked.
std::unique_ptr<Performance> paperAttack(const Cast& cast, PaperKind kind);

} // namespace chinhchu::stage
