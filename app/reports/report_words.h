#pragma once

#include "app/reports/report.h"

#include <QList>
#include <QLocale>
#include <QStringList>

#include <span>

namespace chinhchu::app::report_words {

/// One count of this point of service: its name for programs, and its words in the language of the application.
struct Column
{
    const char* name;
    int Activity::*count;
    const char* source; ///< untranslated

    [[nodiscard]] QString words() const;
};
std::span<const Column> columns();

/// One count of the carrier.
struct CarrierColumn
{
    const char* name;
    qint64 CarrierCounts::*count;
    const char* source;

    [[nodiscard]] QString words() const;
};
std::span<const CarrierColumn> carrierColumns();

/// A fact of the report's head: "Device", "kiosk-7". Those that are empty are left out.
struct Fact
{
    QString label;
    QString value;
};
/// Whose report it is: carrier, point of service, device.
QList<Fact> origin(const Report& report);

QString title(const Report& report);
/// "from 11/11/2026 to the end of 17/11/2026"; with hours where it does not begin and end at midnight.
QString period(const Report& report);
/// "14:03 22/11/2026", in Vietnam.
QString moment(const QDateTime& time);
QString day(const QDate& date);

/// What the carrier's counts are about and as of when; or that they are missing, and why.
QString carrierRemark(const Report& report);
/// Why people were handed over, in words; the code itself where this program does not know it.
QString reason(const QString& code);
/// "3 of 50 authenticated: 6.0 %"
QString progress(const Report& report);

/// Of the language of the application: thousands and decimals.
QLocale locale();

// Headings.
QString here();
QString carriersBase();
QString handOvers();
QString dayByDay();
QString handlingPlan();
QString madeAt();
QString madeBy();
QString dayHeading();
QString totalHeading();
QString untilThen();
QString summary();
QString beginning();
QString end();
QString asOf();
QString campaign();
QString target();
QString share();
QString hereRemark();
QString daysRemark();
QString numberHeading();
QString wordsHeading();
QString countHeading();
QString makersSignature();
QString headsSignature();
QString pageOf(int number, int all);

} // namespace chinhchu::app::report_words
