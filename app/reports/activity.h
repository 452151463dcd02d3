#pragma once

#include "app/outbox/outbox.h"
#include "resources/base/failure.h"

#include <QDate>
#include <QDateTime>
#include <QMap>
#include <QString>

#include <vector>

namespace chinhchu::app {

/// One line of the audit trail, as a report needs it.
struct TrailLine
{
    QDateTime at;
    QString action;
    QString subject;
};

/// The lines of a trail that is whole; AUDIT_BROKEN where it is not: nothing is counted from a trail that was changed. A
/// trail that is not there has no lines.
Result<std::vector<TrailLine>> readTrail(const QString& file);

/// What happened at this point of service in some time. Counts only: the trail and the queue hold no personal data, and so
/// this holds none.
struct Activity
{
    int sessions = 0; ///< citizens who agreed to the consent text
    int sealed = 0;   ///< bindings that were kept for the carrier
    /// What has become of those: the newest that this device has heard.
    int verified = 0;
    int received = 0; ///< by the carrier, not yet verified
    int waiting = 0;  ///< here, for the network
    int refused = 0;  ///< by the carrier
    int handedOver = 0;
    int counterPath = 0; ///< of those: cards without a chip
    int guardians = 0;   ///< children with a parent
    int signaturesRequested = 0;
    int signaturesDeclined = 0;

    Activity& operator+=(const Activity& other);
};

/// One Vietnamese day (UTC+7 all year) of a report.
struct DayOfActivity
{
    QDate day;
    Activity activity;
};

struct ActivityReport
{
    QDateTime from;  ///< included
    QDateTime until; ///< not included
    std::vector<DayOfActivity> days; ///< every day, also those on which nothing happened
    Activity total;
    QMap<QString, int> handOverReasons; ///< by failure code
};

/// Counts what lies between @p from and @p until. A binding counts on the day it was sealed, whatever became of it later: both
/// the trail and the queue know that, and what only one of them knows counts too.
ActivityReport countActivity(const std::vector<TrailLine>& trail, const std::vector<Outbox::Entry>& queue,
                             const QDateTime& from, const QDateTime& until);

} // namespace chinhchu::app
