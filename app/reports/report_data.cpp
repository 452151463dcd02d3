// The report for programs: JSON and CSV.

#include "app/reports/report.h"
#include "app/reports/report_words.h"

#include <QJsonArray>
#include <QJsonObject>

namespace chinhchu::app {

namespace {

using report_words::carrierColumns;
using report_words::Column;
using report_words::columns;

QJsonObject countsJson(const Activity& activity)
{
    QJsonObject json;
    for (const Column& column : columns())
        json.insert(QLatin1String(column.name), activity.*column.count);
    return json;
}

QString missingCode(const Report& report)
{
    if (!report.carrierCounts)
        return QStringLiteral("NOT_ASKED");
    const std::string_view code = codeName(report.carrierCounts->error().code);
    return QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size()));
}

bool hasCarrierCounts(const Report& report)
{
    return report.carrierCounts && *report.carrierCounts;
}

QString rfc3339(const QDateTime& time)
{
    return time.toOffsetFromUtc(7 * 3600).toString(Qt::ISODate);
}

QJsonObject carrierJson(const CarrierCounts& counts)
{
    QJsonObject json{{"asOf", rfc3339(counts.asOf)}};
    for (const auto& column : carrierColumns())
        json.insert(QLatin1String(column.name), counts.*column.count);
    return json;
}

QString csvName(const char* carriersName)
{
    QString name = QString::fromLatin1(carriersName);
    name[0] = name[0].toUpper();
    return "carrier" + name;
}

QStringList carrierFields(const Report& report)
{
    QStringList fields;
    if (!hasCarrierCounts(report)) {
        fields.fill(QString(), static_cast<qsizetype>(carrierColumns().size()) + 1);
        return fields << missingCode(report);
    }
    const CarrierCounts& counts = **report.carrierCounts;
    fields << rfc3339(counts.asOf);
    for (const auto& column : carrierColumns())
        fields << QString::number(counts.*column.count);
    return fields << QString();
}

} // namespace

std::vector<std::pair<QDate, int>> progressOf(const Report& report)
{
    std::vector<std::pair<QDate, int>> progress;
    int authenticated = 0;
    for (const DayOfActivity& each : report.activity.days)
        progress.emplace_back(each.day, authenticated += each.activity.verified);
    return progress;
}

QJsonObject reportJson(const Report& report)
{
    QJsonArray days;
    for (const DayOfActivity& each : report.activity.days) {
        QJsonObject day = countsJson(each.activity);
        day.insert("day", each.day.toString(Qt::ISODate));
        days.append(day);
    }
    QJsonObject reasons;
    for (auto each = report.activity.handOverReasons.begin(); each != report.activity.handOverReasons.end(); ++each)
        reasons.insert(each.key(), each.value());
    QJsonObject json{{"from", report.activity.from.toString(Qt::ISODate)},
                     {"until", report.activity.until.toString(Qt::ISODate)},
                     {"days", days},
                     {"total", countsJson(report.activity.total)},
                     {"handOverReasons", reasons},
                     {"madeAt", rfc3339(report.madeAt)}};
    const std::pair<const char*, const QString*> texts[] = {{"carrier", &report.carrier},
                                                            {"place", &report.place},
                                                            {"device", &report.device},
                                                            {"madeBy", &report.madeBy},
                                                            {"handlingPlan", &report.plan}};
    for (const auto& [name, text] : texts)
        if (!text->isEmpty())
            json.insert(QLatin1String(name), *text);
    if (report.target) {
        QJsonArray progress;
        for (const auto& [day, authenticated] : progressOf(report))
            progress.append(QJsonObject{{"day", day.toString(Qt::ISODate)}, {"verified", authenticated}});
        json.insert("target", *report.target);
        json.insert("progress", progress);
    }
    if (hasCarrierCounts(report)) {
        json.insert("carrierCounts", carrierJson(**report.carrierCounts));
    } else {
        json.insert("carrierCounts", QJsonValue::Null);
        json.insert("carrierCountsMissing", missingCode(report));
    }
    return json;
}

QByteArray reportCsv(const Report& report)
{
    const auto line = [](const QString& first, const Activity& activity, const QStringList& last) {
        QStringList fields{first};
        for (const Column& column : columns())
            fields.append(QString::number(activity.*column.count));
        return (fields + last).join(u',') + "\r\n";
    };
    QStringList names{"day"};
    for (const Column& column : columns())
        names.append(QLatin1String(column.name));
    names << "carrierAsOf";
    for (const auto& column : carrierColumns())
        names << csvName(column.name);
    names << "carrierMissing";

    // A table has as many fields in each line (RFC 4180, 2.4).
    const QStringList carrier = carrierFields(report);
    const QStringList nothing(carrier.size());
    QString text = names.join(u',') + "\r\n";
    for (const DayOfActivity& each : report.activity.days)
        text += line(each.day.toString(Qt::ISODate), each.activity, nothing);
    return (text + line("total", report.activity.total, carrier)).toUtf8();
}

} // namespace chinhchu::app
