#pragma once

#include <chrono>

namespace chinhchu::app {

/// When a delivery that failed is tried again: full jitter, random(0, min(cap, base * 2^n)), so that kiosks whose
/// carrier comes back do not all knock at once.
struct RetrySchedule
{
    std::chrono::milliseconds base = std::chrono::seconds(2);
    std::chrono::milliseconds cap = std::chrono::minutes(15);
    /// The longest that a carrier can ask for with Retry-After.
    std::chrono::milliseconds longest = std::chrono::hours(1);

    /// @p attempts made so far, at least 1; @p random in [0, 1).
    [[nodiscard]] std::chrono::milliseconds delay(int attempts, double random) const;
};

} // namespace chinhchu::app
