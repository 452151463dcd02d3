#include "tests/ui/manual_office.h"

#include "app/session/failure_text.h"

#include <QCoreApplication>

namespace chinhchu::scripted {

namespace {

using Tone = ui::StaffLine::Tone;

/// A text of the real office; tst_manual fails when that has it no longer.
QString words(const char* text)
{
    return QCoreApplication::translate("KioskOffice", text);
}

ui::StaffLine ready(const char* part, const QString& detail)
{
    return {words(part), words("Ready"), detail, Tone::Good};
}

} // namespace

Result<app::StaffMember> ManualOffice::signIn(const QString& id, const SecretText& pin)
{
    if (id != u"2041" || pin.view() != "736412")
        return fail(FailureCode::StaffPinWrong, {});
    return app::StaffMember{id, QStringLiteral("Trần Thị Kiểm Thử"), app::StaffRole::Supervisor};
}

std::vector<ui::StaffLine> ManualOffice::today()
{
    return {{words("Confirmations today"), QStringLiteral("17"), {}, Tone::Plain},
            {words("Verified by the carrier"), QStringLiteral("14"), {}, Tone::Good},
            {words("Received, being checked"), QStringLiteral("1"), {}, Tone::Plain},
            {words("Waiting here"), QStringLiteral("2"), {}, Tone::Caution},
            {words("Refused by the carrier"), QStringLiteral("0"), {}, Tone::Plain}};
}

std::vector<ui::StaffLine> ManualOffice::queue()
{
    const QString why =
        QStringLiteral("CARRIER_UNREACHABLE · ") + words("next try %1").arg(QStringLiteral("07:52, 22/11/2026"));
    return {
        {QStringLiteral("07:45, 22/11/2026"), QStringLiteral("3f2b8c1e-5d47-4a09-9e61-c0d5a7b81234"), why, Tone::Plain},
        {QStringLiteral("07:49, 22/11/2026"), QStringLiteral("91d6a0b7-02fe-4c38-8a55-7e1f63c94d20"), why,
         Tone::Plain}};
}

std::vector<ui::StaffLine> ManualOffice::health()
{
    const app::FailureText camera = app::failureText(FailureCode::CameraUnavailable);
    return {{words("Camera"), camera.happened, camera.todo, Tone::Bad},
            ready("Card reader", QStringLiteral("ACS ACR1252U")),
            ready("Disk", {}),
            ready("Clock", {}),
            ready("Issuers", {}),
            ready("Carrier", {})};
}

std::vector<ui::StaffLine> ManualOffice::settings()
{
    return {{words("Language at the start"), QStringLiteral("Tiếng Việt"), {}, Tone::Plain, QStringLiteral("language")},
            {words("Text at the start"), words("Normal"), {}, Tone::Plain, QStringLiteral("text")},
            {words("Colours at the start"), words("Light"), {}, Tone::Plain, QStringLiteral("contrast")},
            {words("Card reader"), words("The first one attached"), {}, Tone::Plain, QStringLiteral("reader")},
            {words("Device"),
             QStringLiteral("kiosk-0001"),
             words("Decided by the enrolment (chinhchu enrol-device)"),
             Tone::Plain,
             {}}};
}

Result<app::KioskSettings> ManualOffice::change(const QString&, const QString&)
{
    return app::KioskSettings{};
}

} // namespace chinhchu::scripted
