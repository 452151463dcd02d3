// report weekly, report campaign: what this point of service did, counted from the audit trail and the queue alone. How many
// numbers there are and which are locked only the carrier knows.

#include "app/cli/command.h"
#include "app/cli/outbox_recovery.h"
#include "app/reports/activity.h"
#include "app/settings/enrolment.h"
#include "app/settings/home.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace chinhchu::app::cli {

namespace {

struct Column
{
    const char* name;
    int Activity::*count;
    const char* words;
};

constexpr Column columns[] = {
    {"sessions", &Activity::sessions, QT_TRANSLATE_NOOP("CommandLine", "sessions begun")},
    {"sealed", &Activity::sealed, QT_TRANSLATE_NOOP("CommandLine", "bindings sealed")},
    {"verified", &Activity::verified, QT_TRANSLATE_NOOP("CommandLine", "of them authenticated by the carrier")},
    {"received", &Activity::received, QT_TRANSLATE_NOOP("CommandLine", "of them received, not yet authenticated")},
    {"waiting", &Activity::waiting, QT_TRANSLATE_NOOP("CommandLine", "of them waiting here")},
    {"refused", &Activity::refused, QT_TRANSLATE_NOOP("CommandLine", "of them refused by the carrier")},
    {"handedOver", &Activity::handedOver, QT_TRANSLATE_NOOP("CommandLine", "handed over to the staff")},
    {"counterPath", &Activity::counterPath, QT_TRANSLATE_NOOP("CommandLine", "of them cards without a chip")},
    {"guardians", &Activity::guardians, QT_TRANSLATE_NOOP("CommandLine", "children with a parent")},
    {"signaturesRequested", &Activity::signaturesRequested,
     QT_TRANSLATE_NOOP("CommandLine", "digital signatures wanted")},
    {"signaturesDeclined", &Activity::signaturesDeclined,
     QT_TRANSLATE_NOOP("CommandLine", "digital signatures declined")},
};

constexpr int vietnam = 7 * 3600;

/// RFC 3339 with offset, or a day: its beginning in Vietnam.
Result<QDateTime> timeFrom(const QCommandLineParser& options, const QString& name)
{
    const QString given = options.value(name);
    if (const QDate day = QDate::fromString(given, Qt::ISODate); day.isValid() && given.size() == 10) {
        return QDateTime(day, QTime(0, 0), Qt::OffsetFromUTC, vietnam);
    }
    const QDateTime time = QDateTime::fromString(given, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime) {
        return fail(FailureCode::UsageInvalid, "--" + name.toStdString() + ": a day, or a time with its offset");
    }
    return time.toOffsetFromUtc(vietnam);
}

QJsonObject countsJson(const Activity& activity)
{
    QJsonObject json;
    for (const Column& column : columns) {
        json.insert(QLatin1String(column.name), activity.*column.count);
    }
    return json;
}

QJsonObject reportJson(const ActivityReport& report)
{
    QJsonArray days;
    for (const DayOfActivity& each : report.days) {
        QJsonObject day = countsJson(each.activity);
        day.insert("day", each.day.toString(Qt::ISODate));
        days.append(day);
    }
    QJsonObject reasons;
    for (auto each = report.handOverReasons.begin(); each != report.handOverReasons.end(); ++each) {
        reasons.insert(each.key(), each.value());
    }
    return {{"from", report.from.toString(Qt::ISODate)},
            {"until", report.until.toString(Qt::ISODate)},
            {"days", days},
            {"total", countsJson(report.total)},
            {"handOverReasons", reasons}};
}

/// RFC 4180; the last line is the total.
QString csv(const ActivityReport& report)
{
    const auto line = [](const QString& first, const Activity& activity) {
        QStringList fields{first};
        for (const Column& column : columns) {
            fields.append(QString::number(activity.*column.count));
        }
        return fields.join(u',') + "\r\n";
    };
    QStringList names{"day"};
    for (const Column& column : columns) {
        names.append(QLatin1String(column.name));
    }
    QString text = names.join(u',') + "\r\n";
    for (const DayOfActivity& each : report.days) {
        text += line(each.day.toString(Qt::ISODate), each.activity);
    }
    return text + line("total", report.total);
}

QString words(const ActivityReport& report)
{
    QString text = Text::tr("From %1 to %2").arg(report.from.toString(Qt::ISODate), report.until.toString(Qt::ISODate)) + '\n';
    for (const Column& column : columns) {
        text += QStringLiteral("%1  %2\n").arg(report.total.*column.count, 6).arg(Text::tr(column.words));
    }
    for (auto each = report.handOverReasons.begin(); each != report.handOverReasons.end(); ++each) {
        text += QStringLiteral("%1    %2\n").arg(each.value(), 6).arg(each.key());
    }
    text += '\n' + Text::tr("Day by day: begun, sealed, authenticated") + '\n';
    for (const DayOfActivity& each : report.days) {
        text += QStringLiteral("%1 %2 %3 %4\n")
                    .arg(each.day.toString(Qt::ISODate))
                    .arg(each.activity.sessions, 6)
                    .arg(each.activity.sealed, 6)
                    .arg(each.activity.verified, 6);
    }
    return text;
}

/// Which time a report is about, and what it says besides the counts.
class ReportCommand : public Command
{
public:
    void addOptions(QCommandLineParser& parser, const CommandLineExtras&) const override
    {
        parser.addOption({"until", Text::tr("The end, not included: a day, or a time with its offset; now when absent."), "TIME"});
        parser.addOption({"format", Text::tr("text (when absent), csv or json."), "FORMAT", "text"});
    }
    QString remarks() const override
    {
        return Text::tr("Counted from the audit trail and the queue of this device; how many numbers there are and which are "
                        "locked the carrier knows.");
    }

    Outcome run(const CommandContext& context) const override
    {
        const QString format = context.options.value("format");
        if (!QStringList{"text", "csv", "json"}.contains(format)) {
            return Outcome::failed({FailureCode::UsageInvalid, "--format text|csv|json"});
        }
        Result<QDateTime> until = context.options.isSet("until")
                                      ? timeFrom(context.options, "until")
                                      : Result<QDateTime>(QDateTime::currentDateTimeUtc().toOffsetFromUtc(vietnam));
        if (!until) {
            return Outcome::failed(until.error());
        }
        const Home home(context.home);
        Outcome outcome;
        const auto outbox = Outbox::open(home.outboxFile());
        if (!outbox) {
            return Outcome::failed(outbox.error());
        }
        tellRecovery(**outbox, context, outcome.json);
        const auto queue = (*outbox)->list();
        const auto trail = readTrail(home.auditFile());
        if (!queue || !trail) {
            return Outcome::failed(queue ? trail.error() : queue.error());
        }
        const Result<QDateTime> from = begin(context, *trail, *until);
        if (!from) {
            return Outcome::failed(from.error());
        }
        const ActivityReport report = countActivity(*trail, *queue, *from, *until);
        const QJsonObject counts = reportJson(report);
        for (auto member = counts.begin(); member != counts.end(); ++member) {
            outcome.json.insert(member.key(), member.value());
        }
        if (const auto enrolment = Enrolment::load(home)) {
            outcome.json.insert("device", enrolment->deviceId);
            outcome.json.insert("place", enrolment->place);
        }
        outcome.text = format == "csv" ? csv(report) : words(report);
        if (const Result<void> added = addMore(context, report, outcome, format == "text"); !added) {
            return Outcome::failed(added.error());
        }
        if (format == "json") {
            outcome.text = QString::fromUtf8(QJsonDocument(outcome.json).toJson());
        }
        return outcome;
    }

protected:
    [[nodiscard]] virtual Result<QDateTime> begin(const CommandContext& context, const std::vector<TrailLine>& trail,
                                                  const QDateTime& until) const = 0;
    virtual Result<void> addMore(const CommandContext& /*context*/, const ActivityReport& /*report*/, Outcome& /*outcome*/,
                                 bool /*inWords*/) const
    {
        return {};
    }
};

class WeeklyReportCommand : public ReportCommand
{
public:
    QString name() const override { return "report weekly"; }
    QString summary() const override { return Text::tr("What was done here in seven days, without personal data."); }

protected:
    Result<QDateTime> begin(const CommandContext&, const std::vector<TrailLine>&, const QDateTime& until) const override
    {
        return until.addDays(-7);
    }
};

class CampaignReportCommand : public ReportCommand
{
public:
    QString name() const override { return "report campaign"; }
    QString summary() const override { return Text::tr("What was done here in a whole campaign, against its target."); }

    void addOptions(QCommandLineParser& parser, const CommandLineExtras& extras) const override
    {
        ReportCommand::addOptions(parser, extras);
        parser.addOption({"from", Text::tr("The beginning; that of the trail when absent."), "TIME"});
        parser.addOption({"target", Text::tr("How many bindings are to be authenticated."), "COUNT"});
    }

protected:
    Result<QDateTime> begin(const CommandContext& context, const std::vector<TrailLine>& trail,
                            const QDateTime& until) const override
    {
        const Result<QDateTime> from = context.options.isSet("from") ? timeFrom(context.options, "from")
                                       : trail.empty()               ? until
                                                       : trail.front().at.toOffsetFromUtc(vietnam);
        // A day has its page in the report: more than this is no campaign but a mistake.
        constexpr int mostDays = 3660;
        if (from && (*from > until || from->daysTo(until) > mostDays)) {
            return fail(FailureCode::UsageInvalid, "--from: before --until, by ten years at most");
        }
        return from;
    }

    Result<void> addMore(const CommandContext& context, const ActivityReport& report, Outcome& outcome,
                         bool inWords) const override
    {
        if (!context.options.isSet("target")) {
            return {};
        }
        bool isNumber = false;
        const int target = context.options.value("target").toInt(&isNumber);
        if (!isNumber || target <= 0) {
            return fail(FailureCode::UsageInvalid, "--target: a whole number above 0");
        }
        QJsonArray progress;
        int authenticated = 0;
        for (const DayOfActivity& each : report.days) {
            authenticated += each.activity.verified;
            progress.append(QJsonObject{{"day", each.day.toString(Qt::ISODate)}, {"verified", authenticated}});
        }
        outcome.json.insert("target", target);
        outcome.json.insert("progress", progress);
        if (inWords) {
            outcome.text += '\n' + Text::tr("%1 of %2 authenticated: %3 %")
                                       .arg(authenticated)
                                       .arg(target)
                                       .arg(100.0 * authenticated / target, 0, 'f', 1) +
                            '\n';
        }
        return {};
    }
};

} // namespace

std::unique_ptr<Command> makeWeeklyReportCommand()
{
    return std::make_unique<WeeklyReportCommand>();
}

std::unique_ptr<Command> makeCampaignReportCommand()
{
    return std::make_unique<CampaignReportCommand>();
}

} // namespace chinhchu::app::cli
