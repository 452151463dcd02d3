// report weekly, report campaign: what this point of service did, counted from the audit trail and the queue, and what
// the carrier says of all its numbers.

#include "app/cli/command.h"
#include "app/cli/report_source.h"
#include "app/cli/report_target.h"

namespace chinhchu::app::cli {

namespace {

constexpr int vietnam = 7 * 3600;

/// RFC 3339 with offset, or a day: its beginning in Vietnam.
Result<QDateTime> timeFrom(const QCommandLineParser& options, const QString& name)
{
    const QString given = options.value(name);
    const QDate day = given.size() == 10 ? QDate::fromString(given, Qt::ISODate) : QDate();
    const QDateTime time = day.isValid() ? QDateTime(day, QTime(0, 0), Qt::OffsetFromUTC, vietnam)
                                         : QDateTime::fromString(given, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime) {
        return fail(FailureCode::UsageInvalid, "--" + name.toStdString() + ": a day, or a time with its offset");
    }
    // What lies before is a mistake, and a spreadsheet knows no day before 1900.
    if (time.date().year() < 2000) {
        return fail(FailureCode::UsageInvalid, "--" + name.toStdString() + ": 2000 or later");
    }
    return time.toOffsetFromUtc(vietnam);
}

/// Which time a report is about, and what it says besides the counts.
class ReportCommand : public Command
{
public:
    void addOptions(QCommandLineParser& parser, const CommandLineExtras&) const override
    {
        parser.addOption(
            {"until", Text::tr("The end, not included: a day, or a time with its offset; now when absent."), "TIME"});
        addReportTargetOptions(parser);
        addReportSourceOptions(parser);
    }
    QString remarks() const override
    {
        return Text::tr(
            "Counted from the audit trail and the queue of this device. How many numbers there are and which are "
            "locked the carrier is asked; without its answer the report is made too, and says so.");
    }

    Outcome run(const CommandContext& context) const override
    {
        const Result<ReportTarget> target = ReportTarget::fromOptions(context);
        if (!target) {
            return Outcome::failed(target.error());
        }
        const Result<QDateTime> until = context.options.isSet("until")
                                            ? timeFrom(context.options, "until")
                                            : QDateTime::currentDateTimeUtc().toOffsetFromUtc(vietnam);
        if (!until) {
            return Outcome::failed(until.error());
        }
        Outcome outcome;
        const Result<ReportSource> source = reportSource(context, outcome.json);
        if (!source) {
            return Outcome::failed(source.error());
        }
        const Result<QDateTime> from = begin(context, source->trail, *until);
        if (!from) {
            return Outcome::failed(from.error());
        }
        const Result<std::optional<int>> goal = goalOf(context);
        if (!goal) {
            return Outcome::failed(goal.error());
        }
        Result<Report> report = reportHead(context);
        if (!report) {
            return Outcome::failed(report.error());
        }
        report->kind = kind();
        report->target = *goal;
        report->activity = countActivity(source->trail, source->queue, *from, *until);
        const QJsonObject json = reportJson(*report);
        for (auto member = json.begin(); member != json.end(); ++member) {
            outcome.json.insert(member.key(), member.value());
        }
        if (const Result<void> written = target->write(*report, outcome); !written) {
            return Outcome::failed(written.error(), outcome.json);
        }
        return outcome;
    }

protected:
    [[nodiscard]] virtual Report::Kind kind() const = 0;
    [[nodiscard]] virtual Result<QDateTime> begin(const CommandContext& context, const std::vector<TrailLine>& trail,
                                                  const QDateTime& until) const = 0;
    [[nodiscard]] virtual Result<std::optional<int>> goalOf(const CommandContext& /*context*/) const
    {
        return std::nullopt;
    }
};

class WeeklyReportCommand : public ReportCommand
{
public:
    QString name() const override { return "report weekly"; }
    QString summary() const override { return Text::tr("What was done here in seven days, without personal data."); }

protected:
    Report::Kind kind() const override { return Report::Kind::Weekly; }
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
    Report::Kind kind() const override { return Report::Kind::Campaign; }

    Result<QDateTime> begin(const CommandContext& context, const std::vector<TrailLine>& trail,
                            const QDateTime& until) const override
    {
        const Result<QDateTime> from = context.options.isSet("from") ? timeFrom(context.options, "from")
                                       : trail.empty()               ? until
                                                                     : trail.front().at.toOffsetFromUtc(vietnam);
        // A day has its line in the report: more than this is no campaign but a mistake.
        constexpr int mostDays = 3660;
        if (from && (*from > until || from->daysTo(until) > mostDays)) {
            return fail(FailureCode::UsageInvalid, "--from: before --until, by ten years at most");
        }
        return from;
    }

    Result<std::optional<int>> goalOf(const CommandContext& context) const override
    {
        if (!context.options.isSet("target")) {
            return std::nullopt;
        }
        bool isNumber = false;
        const int target = context.options.value("target").toInt(&isNumber);
        if (!isNumber || target <= 0) {
            return fail(FailureCode::UsageInvalid, "--target: a whole number above 0");
        }
        return target;
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
