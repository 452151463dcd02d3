#include "ui/program/kiosk_office.h"

#include "app/audit/audit_trail.h"
#include "app/health/health.h"
#include "app/session/failure_text.h"
#include "app/settings/home.h"
#include "app/staff/staff_register.h"
#include "ui/view_models/display_text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace chinhchu::ui {

namespace {

using Entry = app::Outbox::Entry;
using Tone = StaffLine::Tone;

QString words(const char* text)
{
    return QCoreApplication::translate("KioskOffice", text);
}

StaffLine failureLine(const QString& label, const Failure& failure, Tone tone)
{
    const app::FailureText text = app::failureText(failure.code);
    return {label, text.happened, text.todo + u' ' + QString::fromStdString(failure.detail), tone};
}

QString checkName(const QString& name)
{
    static const std::array<std::pair<const char*, const char*>, 12> names = {{
        {"reader", QT_TRANSLATE_NOOP("KioskOffice", "Card reader")},
        {"camera", QT_TRANSLATE_NOOP("KioskOffice", "Camera")},
        {"models", QT_TRANSLATE_NOOP("KioskOffice", "Face models")},
        {"blas", QT_TRANSLATE_NOOP("KioskOffice", "Arithmetic")},
        {"disk", QT_TRANSLATE_NOOP("KioskOffice", "Disk")},
        {"swap", QT_TRANSLATE_NOOP("KioskOffice", "Swap space")},
        {"clock", QT_TRANSLATE_NOOP("KioskOffice", "Clock")},
        {"enrolment", QT_TRANSLATE_NOOP("KioskOffice", "Enrolment")},
        {"issuers", QT_TRANSLATE_NOOP("KioskOffice", "Issuers")},
        {"outbox", QT_TRANSLATE_NOOP("KioskOffice", "Queue")},
        {"carrier", QT_TRANSLATE_NOOP("KioskOffice", "Carrier")},
        {"brand", QT_TRANSLATE_NOOP("KioskOffice", "Carrier's look")},
    }};
    for (const auto& [code, text] : names)
        if (name == QLatin1String(code))
            return words(text);
    return name;
}

bool isOfToday(const Entry& entry)
{
    constexpr int hanoi = 7 * 3600; // all year
    const QDate today = QDateTime::currentDateTimeUtc().toOffsetFromUtc(hanoi).date();
    return entry.createdAt.toOffsetFromUtc(hanoi).date() == today;
}

StaffLine waitingLine(const Entry& entry)
{
    const bool refused = entry.state == app::Outbox::State::Refused;
    QString detail = entry.lastError;
    if (!refused && entry.nextAttempt.isValid())
        detail += (detail.isEmpty() ? QString() : QStringLiteral(" · ")) +
                  words(QT_TRANSLATE_NOOP("KioskOffice", "next try %1")).arg(momentForDisplay(entry.nextAttempt));
    return {momentForDisplay(entry.createdAt), entry.bindingId, detail, refused ? Tone::Bad : Tone::Plain};
}

} // namespace

bool KioskOffice::hasMembers()
{
    const QString file = app::Home(m_options.home).staffFile();
    if (!QFileInfo::exists(file))
        return false;
    const auto staff = app::StaffRegister::open(file);
    const auto empty = staff ? (*staff)->isEmpty() : Result<bool>(tl::unexpected(staff.error()));
    return empty && !*empty;
}

Result<app::StaffMember> KioskOffice::signIn(const QString& id, const SecretText& pin)
{
    const auto staff = app::StaffRegister::open(app::Home(m_options.home).staffFile());
    if (!staff)
        return tl::unexpected(staff.error());
    Result<app::StaffMember> member = (*staff)->signIn(id, pin);
    if (!member) {
        // Only a number that somebody has is written down: what a stranger typed may be anything.
        const auto known = (*staff)->members();
        const bool has =
            known && std::ranges::any_of(*known, [&](const app::StaffMember& each) { return each.id == id; });
        static_cast<void>(record({QStringLiteral("kiosk"), QStringLiteral("staff-refused"),
                                  has ? id : QStringLiteral("unknown")}));
        return member;
    }
    // Nobody serves unseen.
    if (const auto noted = record({id, QStringLiteral("staff-signed-in"), {}}); !noted)
        return tl::unexpected(noted.error());
    return member;
}

void KioskOffice::signedOut(const QString& id, const QString& why)
{
    static_cast<void>(record({id, QStringLiteral("staff-signed-out"), why}));
}

Result<void> KioskOffice::record(const app::AuditEvent& event) const
{
    const auto trail = app::AuditTrail::open(app::Home(m_options.home).auditFile());
    if (!trail)
        return tl::unexpected(trail.error());
    return (*trail)->record(event);
}

Result<std::vector<Entry>> KioskOffice::entries() const
{
    const auto outbox = app::Outbox::open(app::Home(m_options.home).outboxFile());
    if (!outbox)
        return tl::unexpected(outbox.error());
    return (*outbox)->list();
}

std::vector<StaffLine> KioskOffice::today()
{
    const auto all = entries();
    const QString queue = words(QT_TRANSLATE_NOOP("KioskOffice", "Queue"));
    if (!all)
        return {failureLine(queue, all.error(), Tone::Bad)};
    int made = 0, verified = 0, received = 0, refused = 0, waiting = 0;
    for (const Entry& each : *all) {
        if (!isOfToday(each))
            continue;
        ++made;
        refused += each.state == app::Outbox::State::Refused ? 1 : 0;
        waiting += each.state == app::Outbox::State::Waiting ? 1 : 0;
        if (each.state == app::Outbox::State::Delivered)
            ++(each.verdict == app::BindingReceipt::State::Verified ? verified : received);
    }
    return {{words(QT_TRANSLATE_NOOP("KioskOffice", "Confirmations today")), QString::number(made), {}, Tone::Plain},
            {words(QT_TRANSLATE_NOOP("KioskOffice", "Verified by the carrier")), QString::number(verified), {}, Tone::Good},
            {words(QT_TRANSLATE_NOOP("KioskOffice", "Received, being checked")), QString::number(received), {}, Tone::Plain},
            {words(QT_TRANSLATE_NOOP("KioskOffice", "Waiting here")), QString::number(waiting), {},
             waiting > 0 ? Tone::Caution : Tone::Plain},
            {words(QT_TRANSLATE_NOOP("KioskOffice", "Refused by the carrier")), QString::number(refused), {},
             refused > 0 ? Tone::Bad : Tone::Plain}};
}

std::vector<StaffLine> KioskOffice::queue()
{
    const auto all = entries();
    if (!all)
        return {failureLine(words(QT_TRANSLATE_NOOP("KioskOffice", "Queue")), all.error(), Tone::Bad)};
    std::vector<StaffLine> lines;
    for (const Entry& each : *all)
        if (each.state != app::Outbox::State::Delivered)
            lines.push_back(waitingLine(each));
    if (lines.empty())
        lines.push_back({words(QT_TRANSLATE_NOOP("KioskOffice", "Queue")),
                         words(QT_TRANSLATE_NOOP("KioskOffice", "Nothing waits.")), {}, Tone::Good});
    return lines;
}

std::vector<StaffLine> KioskOffice::health()
{
    std::vector<StaffLine> lines;
    for (const app::HealthCheck& each : app::checkHealth(m_options).checks) {
        const Tone tone = each.state == app::HealthCheck::State::Ready     ? Tone::Good
                          : each.state == app::HealthCheck::State::Limited ? Tone::Caution
                                                                           : Tone::Bad;
        if (each.failure)
            lines.push_back(failureLine(checkName(each.name), *each.failure, tone));
        else
            lines.push_back({checkName(each.name), words(QT_TRANSLATE_NOOP("KioskOffice", "Ready")), each.detail, tone});
    }
    return lines;
}

} // namespace chinhchu::ui
