#include "app/outbox/retry_schedule.h"

#include <algorithm>

namespace chinhchu::app {

std::chrono::milliseconds RetrySchedule::delay(int attempts, double random) const
{
    // 2^30 times any base is beyond any cap, and still far from overflow.
    const int exponent = std::clamp(attempts, 0, 30);
    const auto ceiling = std::min(cap.count(), base.count() << exponent);
    return std::chrono::milliseconds(
        static_cast<std::chrono::milliseconds::rep>(random * static_cast<double>(ceiling)));
}

} // namespace chinhchu::app
