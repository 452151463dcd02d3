#include "app/reports/report_words.h"

#include "app/session/failure_text.h"
#include "app/settings/language.h"

#include <QCoreApplication>

#include <utility>

namespace chinhchu::app::report_words {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

constexpr Column own[] = {
    {"sessions", &Activity::sessions, QT_TRANSLATE_NOOP("Report", "sessions begun")},
    {"sealed", &Activity::sealed, QT_TRANSLATE_NOOP("Report", "bindings sealed")},
    {"verified", &Activity::verified, QT_TRANSLATE_NOOP("Report", "of them authenticated by the carrier")},
    {"received", &Activity::received, QT_TRANSLATE_NOOP("Report", "of them received, not yet authenticated")},
    {"waiting", &Activity::waiting, QT_TRANSLATE_NOOP("Report", "of them waiting here")},
    {"refused", &Activity::refused, QT_TRANSLATE_NOOP("Report", "of them refused by the carrier")},
    {"handedOver", &Activity::handedOver, QT_TRANSLATE_NOOP("Report", "handed over to the staff")},
    {"counterPath", &Activity::counterPath, QT_TRANSLATE_NOOP("Report", "of them cards without a chip")},
    {"guardians", &Activity::guardians, QT_TRANSLATE_NOOP("Report", "children with a parent")},
    {"signaturesRequested", &Activity::signaturesRequested, QT_TRANSLATE_NOOP("Report", "digital signatures wanted")},
    {"signaturesDeclined", &Activity::signaturesDeclined, QT_TRANSLATE_NOOP("Report", "digital signatures declined")},
};

constexpr CarrierColumn theirs[] = {
    {"total", &CarrierCounts::total, QT_TRANSLATE_NOOP("Report", "numbers to authenticate")},
    {"authenticated", &CarrierCounts::authenticated, QT_TRANSLATE_NOOP("Report", "authenticated")},
    {"notYet", &CarrierCounts::notYet, QT_TRANSLATE_NOOP("Report", "not yet authenticated")},
    {"lockedOneWay", &CarrierCounts::lockedOneWay, QT_TRANSLATE_NOOP("Report", "locked one way")},
    {"lockedTwoWay", &CarrierCounts::lockedTwoWay, QT_TRANSLATE_NOOP("Report", "locked both ways")},
};

QDateTime vietnamese(const QDateTime& time)
{
    constexpr int offset = 7 * 3600; // all year
    return time.toOffsetFromUtc(offset);
}

bool isMidnight(const QDateTime& time)
{
    return time.time() == QTime(0, 0);
}

} // namespace

QString Column::words() const
{
    return Words::tr(source);
}

QString CarrierColumn::words() const
{
    return Words::tr(source);
}

std::span<const Column> columns()
{
    return own;
}

std::span<const CarrierColumn> carrierColumns()
{
    return theirs;
}

QList<Fact> origin(const Report& report)
{
    QList<Fact> facts{{Words::tr("Carrier"), report.carrier},
                      {Words::tr("Point of service"), report.place},
                      {Words::tr("Device"), report.device}};
    facts.removeIf([](const Fact& fact) { return fact.value.isEmpty(); });
    return facts;
}

QString title(const Report& report)
{
    return report.kind == Report::Kind::Campaign ? Words::tr("Campaign report: authentication of mobile numbers")
                                                 : Words::tr("Weekly report: authentication of mobile numbers");
}

QString day(const QDate& date)
{
    return date.toString(QStringLiteral("dd/MM/yyyy"));
}

QString moment(const QDateTime& time)
{
    return vietnamese(time).toString(QStringLiteral("HH:mm dd/MM/yyyy"));
}

QString period(const Report& report)
{
    const QDateTime from = vietnamese(report.activity.from);
    const QDateTime until = vietnamese(report.activity.until);
    if (isMidnight(from) && isMidnight(until) && from < until)
        return Words::tr("from %1 to the end of %2").arg(day(from.date()), day(until.date().addDays(-1)));
    return Words::tr("from %1 to %2").arg(moment(from), moment(until));
}

QString carrierRemark(const Report& report)
{
    if (!report.carrierCounts)
        return Words::tr("The carrier's counts are missing: it was not asked.");
    if (!*report.carrierCounts)
        return Words::tr("The carrier's counts are missing: %1")
            .arg(failureText(report.carrierCounts->error().code).happened);
    return Words::tr("All numbers of the carrier, wherever they were authenticated, as of %1.")
        .arg(moment((*report.carrierCounts)->asOf));
}

QString reason(const QString& code)
{
    constexpr std::pair<std::string_view, FailureCode> known[] = {
#define CHINHCHU_FAILURE(enumerator, name, exitStatus, happened, todo, help) {name, FailureCode::enumerator},
#include "resources/base/failure_codes.def"
#undef CHINHCHU_FAILURE
    };
    for (const auto& [name, failure] : known)
        if (code == QLatin1String(name.data(), static_cast<qsizetype>(name.size())))
            return failureText(failure).happened;
    return code;
}

QString progress(const Report& report)
{
    if (!report.target)
        return {};
    const int done = report.activity.total.verified;
    return Words::tr("%1 of %2 authenticated: %3 %")
        .arg(locale().toString(done), locale().toString(*report.target),
             locale().toString(100.0 * done / *report.target, 'f', 1));
}

QLocale locale()
{
    return QLocale(installedLanguage() == QLatin1String("vi") ? QStringLiteral("vi_VN") : QStringLiteral("en_GB"));
}

QString here()
{
    return Words::tr("What was done here");
}

QString carriersBase()
{
    return Words::tr("The carrier's numbers");
}

QString handOvers()
{
    return Words::tr("Why people were handed over to the staff");
}

QString dayByDay()
{
    return Words::tr("Day by day");
}

QString handlingPlan()
{
    return Words::tr("Handling plan");
}

QString madeAt()
{
    return Words::tr("Made at");
}

QString madeBy()
{
    return Words::tr("Made by");
}

QString dayHeading()
{
    return Words::tr("Day");
}

QString totalHeading()
{
    return Words::tr("Total");
}

QString untilThen()
{
    return Words::tr("authenticated until then");
}

QString summary()
{
    return Words::tr("Summary");
}

QString beginning()
{
    return Words::tr("From");
}

QString end()
{
    return Words::tr("Until (not included)");
}

QString asOf()
{
    return Words::tr("As of");
}

QString campaign()
{
    return Words::tr("Progress of the campaign");
}

QString target()
{
    return Words::tr("to be authenticated in the campaign");
}

QString share()
{
    return Words::tr("share that is authenticated");
}

QString hereRemark()
{
    return Words::tr("Counted by this device; what the carrier decides later counts on the day the binding was made.");
}

QString daysRemark()
{
    return Words::tr("The numbers above the columns are those of the table of what was done here.");
}

QString numberHeading()
{
    return Words::tr("No.");
}

QString wordsHeading()
{
    return Words::tr("What is counted");
}

QString countHeading()
{
    return Words::tr("Count");
}

QString makersSignature()
{
    return Words::tr("Made by (signature, full name)");
}

QString headsSignature()
{
    return Words::tr("Head of the unit (signature, seal)");
}

QString pageOf(int number, int all)
{
    return Words::tr("Page %1 of %2").arg(number).arg(all);
}

} // namespace chinhchu::app::report_words
