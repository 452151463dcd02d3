#pragma once

#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <functional>

namespace chinhchu::nfc {

/// Gives as many unpredictable bytes as are asked for. Handed in, so that the worked examples of the standards, whose
/// random numbers are printed, run through the same code as a real card.
using RandomSource = std::function<Result<Bytes>(std::size_t count)>;

/// The operating system's generator, through OpenSSL.
RandomSource systemRandom();

} // namespace chinhchu::nfc
