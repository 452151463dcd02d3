#pragma once

#include "app/carrier/carrier_client.h"
#include "app/reports/activity.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace chinhchu::app {

/// A report to an office: what this point of service did, and what the carrier says of all its numbers. Counts only, no
/// personal data but the name of who made it.
struct Report
{
    enum class Kind
    {
        Weekly,
        Campaign
    };

    Kind kind = Kind::Weekly;
    ActivityReport activity;

    QString carrier; ///< as the carrier's policy names it; may be empty
    QString place;   ///< point of service; empty where the device is not enrolled
    QString device;
    QDateTime madeAt;
    QString madeBy; ///< the member of staff; may be empty
    QString plan;   ///< what is to be done about what is left, in the office's own words; may be empty

    /// How many bindings a campaign is to have authenticated.
    std::optional<int> target;

    /// The carrier's answer or why there is none; nothing where it was not asked.
    std::optional<Result<CarrierCounts>> carrierCounts;
};

/// Each day with what had been authenticated until then.
std::vector<std::pair<QDate, int>> progressOf(const Report& report);

// The report in each format. The texts are in the language of the application, the names in JSON and CSV never change.

QJsonObject reportJson(const Report& report);
/// RFC 4180: a line a day, the last one is the total, and has the carrier's counts beside it.
QByteArray reportCsv(const Report& report);
QString reportText(const Report& report);
/// An Office Open XML workbook (ISO/IEC 29500) of two sheets: numbers as numbers, days as dates, sums as formulas with
/// the value they have. STORAGE_FAILED where there is no room to put it together.
Result<QByteArray> reportWorkbook(const Report& report);

} // namespace chinhchu::app
