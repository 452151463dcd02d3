#include "app/carrier/clock_offset.h"

namespace chinhchu::app {

std::chrono::milliseconds clockOffset(const std::optional<CarrierTime>& carrier)
{
    if (!carrier || !carrier->since)
        return {};
    const QDateTime there = carrier->last.addMSecs(carrier->since->count());
    const std::chrono::milliseconds offset(QDateTime::currentDateTimeUtc().msecsTo(there));
    return std::chrono::abs(offset) < std::chrono::minutes(1) ? std::chrono::milliseconds(0) : offset;
}

QDateTime trustedNow(const std::optional<CarrierTime>& carrier)
{
    return QDateTime::currentDateTime().addMSecs(clockOffset(carrier).count());
}

} // namespace chinhchu::app
