#include "app/session/clock_rules.h"

#include "app/carrier/clock_offset.h"

namespace chinhchu::app {

Result<void> clockMayServe(const std::optional<CarrierTime>& carrier)
{
    if (!carrier || carrier->since) {
        return {};
    }
    const std::chrono::seconds behind(QDateTime::currentDateTimeUtc().secsTo(carrier->last));
    if (behind <= ToleratedClockOffset) {
        return {};
    }
    return fail(FailureCode::ClockWrong, std::to_string(behind.count()) + " s behind the carrier's");
}

std::optional<QString> clockWarning(const std::optional<CarrierTime>& carrier)
{
    const std::chrono::milliseconds offset = clockOffset(carrier);
    if (std::chrono::abs(offset) <= ToleratedClockOffset) {
        return std::nullopt;
    }
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::abs(offset)).count();
    return QStringLiteral("%1 s %2").arg(seconds).arg(offset.count() > 0 ? "behind" : "ahead");
}

} // namespace chinhchu::app
