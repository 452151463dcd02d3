#include "app/session/lock_deadlines.h"

namespace chinhchu::app {

namespace {

constexpr int Vietnam = 7 * 3600;

/// The day a stage begins when each follows the one before; invalid where a link is missing.
QDate byPolicy(LockState lock, const LockStages& stages)
{
    const QDate twoWay = stages.twoWayLockAfterDays > 0 && stages.oneWayLock.isValid()
                             ? stages.oneWayLock.addDays(stages.twoWayLockAfterDays)
                             : QDate();
    switch (lock) {
    case LockState::None:
        return stages.oneWayLock;
    case LockState::OneWay:
        return twoWay;
    case LockState::TwoWay:
        return stages.endAfterDays > 0 && twoWay.isValid() ? twoWay.addDays(stages.endAfterDays) : QDate();
    }
    return {};
}

/// The stages of a number whose SIM moved to another phone at @p changed.
LockStages stagesAfter(const QDateTime& changed, const LockStages::DeviceChange& rule)
{
    constexpr qint64 hour = 3600;
    const QDate locked = changed.addSecs(rule.oneWayLockAfterHours * hour).toOffsetFromUtc(Vietnam).date();
    return {locked, rule.twoWayLockAfterDays, rule.endAfterDays, {}};
}

} // namespace

QDate nextStage(const Subscription& subscription, const LockStages& stages, bool carrierAsked, QDate today)
{
    if (subscription.lockDeadline.isValid()) {
        return subscription.lockDeadline.toOffsetFromUtc(Vietnam).date();
    }
    if (subscription.deviceChangedAt.isValid()) {
        const QDate day = byPolicy(subscription.lock, stagesAfter(subscription.deviceChangedAt, stages.deviceChange));
        return day.isValid() && day >= today ? day : QDate();
    }
    // A carrier that was asked and announces nothing for a working number means what it says.
    if (carrierAsked && subscription.lock == LockState::None) {
        return {};
    }
    const QDate day = byPolicy(subscription.lock, stages);
    return day.isValid() && day > today ? day : QDate();
}

} // namespace chinhchu::app
