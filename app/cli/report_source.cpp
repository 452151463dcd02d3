#include "app/cli/report_source.h"

#include "app/carrier/policy_store.h"
#include "app/cli/outbox_recovery.h"
#include "app/cli/staff_option.h"
#include "app/reports/report_words.h"
#include "app/settings/carrier_url.h"
#include "app/settings/enrolment.h"

#include <QEventLoop>

namespace chinhchu::app::cli {

namespace {

/// Of a plan: it has to fit into a page and a cell.
constexpr qsizetype longestPlan = 2000;

/// A village hall may have no network, or one that swallows everything: nobody waits for a minute for that.
constexpr auto silence = std::chrono::seconds(8);
constexpr auto patience = std::chrono::seconds(12);

Result<CarrierCounts> askCarrier(const Result<Enrolment>& enrolment, const QUrl& address)
{
    if (!enrolment) {
        return tl::unexpected(enrolment.error());
    }
    CarrierClient carrier(*enrolment, address);
    carrier.setTimeouts(silence, patience);
    std::optional<Result<CarrierCounts>> counts;
    QEventLoop loop;
    carrier.retrieveCounts([&](Result<CarrierCounts> answer) {
        counts = std::move(answer);
        loop.quit();
    });
    if (!counts) {
        loop.exec();
    }
    return *std::move(counts);
}

/// Who makes the report; nobody where --staff is absent.
Result<QString> maker(const CommandContext& context, const Result<Enrolment>& enrolment)
{
    // Without an enrolment nobody may serve under any name.
    const auto staff =
        staffFromOptions(context, enrolment ? enrolment->kind : Enrolment::Kind::Production, StaffRight::MakeReports);
    if (!staff) {
        return tl::unexpected(staff.error());
    }
    if (!*staff) {
        return QString();
    }
    return (*staff)->name.isEmpty() ? (*staff)->id : QStringLiteral("%1 (%2)").arg((*staff)->name, (*staff)->id);
}

} // namespace

void addReportSourceOptions(QCommandLineParser& parser)
{
    parser.addOption({"carrier", Text::tr("Address of the carrier; the enrolment's when absent."), "URL"});
    parser.addOption({"no-carrier", Text::tr("Do not ask the carrier for its counts.")});
    parser.addOption({"plan",
                      Text::tr("What is to be done about the numbers that are left: the handling plan, in your words."),
                      "TEXT"});
    addStaffOptions(parser);
}

Result<ReportSource> reportSource(const CommandContext& context, QJsonObject& json)
{
    const Home home(context.home);
    const auto outbox = Outbox::open(home.outboxFile());
    if (!outbox) {
        return tl::unexpected(outbox.error());
    }
    tellRecovery(**outbox, context, json);
    auto queue = (*outbox)->list();
    if (!queue) {
        return tl::unexpected(queue.error());
    }
    auto trail = readTrail(home.auditFile());
    if (!trail) {
        return tl::unexpected(trail.error());
    }
    return ReportSource{*std::move(trail), *std::move(queue)};
}

Result<Report> reportHead(const CommandContext& context)
{
    Report report;
    report.plan = context.options.value("plan").trimmed();
    if (report.plan.size() > longestPlan) {
        return fail(FailureCode::UsageInvalid, "--plan: " + std::to_string(longestPlan) + " letters at most");
    }
    const Result<QUrl> address = carrierUrl(context.options.value("carrier"));
    if (!address) {
        return tl::unexpected(address.error());
    }
    const Home home(context.home);
    const Result<Enrolment> enrolment = Enrolment::load(home);
    const Result<QString> name = maker(context, enrolment);
    if (!name) {
        return tl::unexpected(name.error());
    }
    report.madeBy = *name;
    if (enrolment) {
        report.device = enrolment->deviceId;
        report.place = enrolment->place;
        if (const auto policy = PolicyStore(home.policyFile(), enrolment->carrierAuthorityPem).load()) {
            report.carrier = policy->brand.name;
        }
    }
    if (!context.options.isSet("no-carrier")) {
        if (enrolment) {
            context.progress(Text::tr("Asking the carrier for its counts; that takes some seconds at most."));
        }
        report.carrierCounts = askCarrier(enrolment, *address);
        if (!*report.carrierCounts) {
            context.progress(report_words::carrierRemark(report));
        }
    }
    report.madeAt = QDateTime::currentDateTimeUtc();
    return report;
}

} // namespace chinhchu::app::cli
