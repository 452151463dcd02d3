#include "app/reports/activity.h"

#include "app/audit/audit_trail.h"

#include <QFileInfo>
#include <QHash>
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

/// What can become of a sealed binding; a later one is what has come of an earlier one.
constexpr int Activity::*outcomes[] = {&Activity::waiting, &Activity::received, &Activity::verified, &Activity::refused};
enum Fate
{
    Waiting,
    Received,
    Verified,
    Refused
};

Fate fateOf(const Outbox::Entry& entry)
{
    switch (entry.state) {
    case Outbox::State::Waiting:
        return Waiting;
    case Outbox::State::Refused:
        return Refused;
    case Outbox::State::Delivered:
        break;
    }
    return entry.verdict == BindingReceipt::State::Verified ? Verified : Received;
}

/// The outcomes that the trail knows; each was written down some time after it happened.
constexpr std::pair<const char*, Fate> told[] = {
    {"binding-delivered", Received}, {"binding-verified", Verified}, {"binding-refused", Refused}};

/// Trail and queue say the same but for what the one has not been told yet, or the other has lost: the later one counts.
QHash<QString, Fate> fatesIn(const std::vector<TrailLine>& trail, const std::vector<Outbox::Entry>& queue)
{
    QHash<QString, Fate> fates;
    const auto hear = [&fates](const QString& bindingId, Fate fate) {
        fates.insert(bindingId, std::max(fate, fates.value(bindingId, Waiting)));
    };
    for (const TrailLine& line : trail)
        for (const auto& [action, fate] : told)
            if (line.action == QLatin1String(action))
                hear(line.subject, fate);
    for (const Outbox::Entry& entry : queue)
        hear(entry.bindingId, fateOf(entry));
    return fates;
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
    const QHash<QString, Fate> fates = fatesIn(trail, queue);
    for (auto each = sealed.constBegin(); each != sealed.constEnd(); ++each)
        if (const auto fate = fates.constFind(each.key()); fate != fates.constEnd())
            ++(days[vietnameseDay(*each)].*outcomes[*fate]);

    for (auto day = days.constBegin(); day != days.constEnd(); ++day) {
        report.days.push_back({day.key(), day.value()});
        report.total += day.value();
    }
    return report;
}

} // namespace chinhchu::app
