#include "app/reports/activity.h"

#include "app/audit/audit_trail.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace chinhchu::app {

namespace {

constexpr std::array counters = {&Activity::sessions,    &Activity::sealed,      &Activity::verified,
                                 &Activity::received,    &Activity::waiting,     &Activity::refused,
                                 &Activity::handedOver,  &Activity::counterPath, &Activity::guardians,
                                 &Activity::signaturesRequested, &Activity::signaturesDeclined};

/// What the session writes into the trail, and what it counts as.
constexpr std::pair<const char*, int Activity::*> counted[] = {
    {"session-started", &Activity::sessions},
    {"binding-sealed", &Activity::sealed},
    {"handed-over", &Activity::handedOver},
    {"counter-path", &Activity::counterPath},
    {"guardian-consented", &Activity::guardians},
    {"signature-requested", &Activity::signaturesRequested},
    {"signature-declined", &Activity::signaturesDeclined},
};

QDate vietnameseDay(const QDateTime& moment)
{
    constexpr int offset = 7 * 3600;
    return moment.toOffsetFromUtc(offset).date();
}

int Activity::*stateOf(const Outbox::Entry& entry)
{
    switch (entry.state) {
    case Outbox::State::Waiting:
        return &Activity::waiting;
    case Outbox::State::Refused:
        return &Activity::refused;
    case Outbox::State::Delivered:
        break;
    }
    return entry.verdict == BindingReceipt::State::Verified ? &Activity::verified : &Activity::received;
}

} // namespace

Activity& Activity::operator+=(const Activity& other)
{
    for (int Activity::*counter : counters)
        this->*counter += other.*counter;
    return *this;
}

Result<std::vector<TrailLine>> readTrail(const QString& file)
{
    std::vector<TrailLine> lines;
    if (!QFileInfo::exists(file))
        return lines;
    // The head first: what another process writes meanwhile is not counted.
    const Result<AuditHead> head = AuditTrail::verify(file);
    if (!head)
        return tl::unexpected(head.error());
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return fail(FailureCode::FileUnreadable, source.errorString().toStdString());
    while (static_cast<qint64>(lines.size()) < head->size && !source.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(source.readLine()).object();
        lines.push_back({QDateTime::fromString(line.value(QLatin1String("at")).toString(), Qt::ISODateWithMs),
                         line.value(QLatin1String("action")).toString(),
                         line.value(QLatin1String("subject")).toString()});
    }
    return lines;
}

ActivityReport countActivity(const std::vector<TrailLine>& trail, const std::vector<Outbox::Entry>& queue,
                             const QDateTime& from, const QDateTime& until)
{
    ActivityReport report{from, until, {}, {}, {}};
    QMap<QDate, Activity> days;
    for (QDate day = vietnameseDay(from); from < until && day <= vietnameseDay(until.addMSecs(-1)); day = day.addDays(1))
        days.insert(day, {});
    const auto lies = [&](const QDateTime& moment) { return moment >= from && moment < until; };

    QMap<QString, QDateTime> sealed;
    for (const TrailLine& line : trail) {
        if (!lies(line.at))
            continue;
        for (const auto& [action, counter] : counted)
            if (line.action == QLatin1String(action))
                ++(days[vietnameseDay(line.at)].*counter);
        if (line.action == QLatin1String("binding-sealed"))
            sealed.insert(line.subject, line.at);
        // "BINDING CODE"
        if (line.action == QLatin1String("handed-over"))
            ++report.handOverReasons[line.subject.section(u' ', -1)];
    }
    for (const Outbox::Entry& entry : queue)
        if (const auto at = sealed.constFind(entry.bindingId); at != sealed.constEnd())
            ++(days[vietnameseDay(*at)].*stateOf(entry));

    for (auto day = days.constBegin(); day != days.constEnd(); ++day) {
        report.days.push_back({day.key(), day.value()});
        report.total += day.value();
    }
    return report;
}

} // namespace chinhchu::app
