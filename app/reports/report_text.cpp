// The report as a terminal shows it.

#include "app/reports/report.h"
#include "app/reports/report_words.h"

namespace chinhchu::app {

namespace {

QString counted(qint64 count, const QString& words)
{
    return QStringLiteral("%1  %2\n").arg(count, 8).arg(words);
}

QString carrierLines(const Report& report)
{
    QString text = report_words::carrierRemark(report) + '\n';
    if (report.carrierCounts && *report.carrierCounts)
        for (const auto& column : report_words::carrierColumns())
            text += counted((**report.carrierCounts).*column.count, column.words());
    return text;
}

QString days(const Report& report)
{
    QString text = report_words::dayByDay() + '\n';
    // These three tell how a day went; the other formats have all.
    const auto columns = report_words::columns().first(3);
    QStringList names;
    for (const auto& column : columns)
        names += column.words();
    text += names.join(QStringLiteral(" | ")) + '\n';
    for (const DayOfActivity& each : report.activity.days) {
        text += report_words::day(each.day);
        for (const auto& column : columns)
            text += QStringLiteral(" %1").arg(each.activity.*column.count, 6);
        text += '\n';
    }
    return text;
}

} // namespace

QString reportText(const Report& report)
{
    QString text = report_words::title(report) + '\n' + report_words::period(report) + '\n';
    for (const auto& fact : report_words::origin(report))
        text += fact.label + QStringLiteral(": ") + fact.value + '\n';
    text += '\n';
    for (const auto& column : report_words::columns())
        text += counted(report.activity.total.*column.count, column.words());
    const auto& reasons = report.activity.handOverReasons;
    for (auto each = reasons.begin(); each != reasons.end(); ++each)
        text += counted(each.value(), QStringLiteral("  %1 (%2)").arg(report_words::reason(each.key()), each.key()));
    text += '\n' + carrierLines(report) + '\n' + days(report);
    if (report.target)
        text += '\n' + report_words::progress(report) + '\n';
    if (!report.plan.isEmpty())
        text += '\n' + report_words::handlingPlan() + QStringLiteral(": ") + report.plan + '\n';
    return text;
}

} // namespace chinhchu::app
