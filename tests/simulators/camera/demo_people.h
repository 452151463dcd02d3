#pragma once

#include "tests/simulators/camera/people/performance.h"

#include <optional>
#include <string>

namespace chinhchu::stage {

/// The people of the demonstration photographs (README.md), placed in a picture of 640 x 480. Where their features lie
/// is written down here, so that no network is needed. "holder" is the person of the simulated chip on the other
/// photograph, "other" somebody else. Nothing when the photograph in @p folder cannot be read.
std::optional<Portrait> demoPerson(const std::string& who, const std::string& folder);

/// "holder", "other", or a species of attack with the holder's picture. Nothing for another name.
std::unique_ptr<Performance> demoPerformance(const std::string& name, const std::string& folder, unsigned seed);

} // namespace chinhchu::stage
