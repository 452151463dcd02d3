// The settings page: what a technician may change at the kiosk, and where the rest is decided.

#include "biometrics/camera/camera_source.h"
#include "nfc/pcsc/reader_service.h"
#include "ui/program/kiosk_office.h"

#include "app/audit/audit_trail.h"
#include "app/session/failure_text.h"
#include "app/settings/language.h"

#include <QCoreApplication>

#include <array>

namespace chinhchu::ui {

namespace {

using Tone = StaffLine::Tone;

QString words(const char* text)
{
    return QCoreApplication::translate("KioskOffice", text);
}

QString firstAttached()
{
    return words(QT_TRANSLATE_NOOP("KioskOffice", "The first one attached"));
}

QString onTheCommandLine()
{
    return words(QT_TRANSLATE_NOOP("KioskOffice", "Given when the program was started"));
}

/// The one after @p current; the first where it is not among them.
QString following(const QStringList& choices, const QString& current)
{
    return choices.at((choices.indexOf(current) + 1) % choices.size());
}

/// Readers that may be chosen. One made of software only in a demonstration.
QStringList readers(bool demo)
{
    QStringList names{QString()};
    if (const auto attached = nfc::ReaderService::list())
        for (const nfc::ReaderInfo& each : *attached)
            if (demo || !each.isVirtual)
                names << QString::fromStdString(each.name);
    return names;
}

QStringList cameras(bool demo)
{
    QStringList devices{QString()};
    for (const biometrics::CameraInfo& each : biometrics::listCameras())
        if (demo || each.isReal())
            devices << QString::fromStdString(each.device);
    return devices;
}

QString languageName(const QString& code)
{
    return code == u"en" ? QStringLiteral("English") : QStringLiteral("Tiếng Việt");
}

QString contrastName(int contrast)
{
    static const std::array<const char*, app::KioskSettings::contrasts> names = {
        QT_TRANSLATE_NOOP("KioskOffice", "Light"), QT_TRANSLATE_NOOP("KioskOffice", "Light, strong"),
        QT_TRANSLATE_NOOP("KioskOffice", "Dark"), QT_TRANSLATE_NOOP("KioskOffice", "Dark, strong")};
    return words(names.at(static_cast<std::size_t>(contrast)));
}

QString volumeName(int volume)
{
    return volume == 0 ? words(QT_TRANSLATE_NOOP("KioskOffice", "Off"))
                       : QStringLiteral("%1 / %2").arg(volume).arg(app::KioskSettings::loudest);
}

std::vector<StaffLine> startLines(const app::KioskSettings& now)
{
    return {{words(QT_TRANSLATE_NOOP("KioskOffice", "Language at the start")), languageName(now.language), {},
             Tone::Plain, QStringLiteral("language")},
            {words(QT_TRANSLATE_NOOP("KioskOffice", "Text at the start")),
             now.largeText ? words(QT_TRANSLATE_NOOP("KioskOffice", "Large"))
                           : words(QT_TRANSLATE_NOOP("KioskOffice", "Normal")),
             {}, Tone::Plain, QStringLiteral("text")},
            {words(QT_TRANSLATE_NOOP("KioskOffice", "Colours at the start")), contrastName(now.contrast), {},
             Tone::Plain, QStringLiteral("contrast")},
            {words(QT_TRANSLATE_NOOP("KioskOffice", "Sound at the start")), volumeName(now.volume), {}, Tone::Plain,
             QStringLiteral("volume")}};
}

/// A part that is chosen here unless the command line did.
StaffLine partLine(const QString& label, const QString& given, const QString& chosen, const char* setting)
{
    if (!given.isEmpty())
        return {label, given, onTheCommandLine(), Tone::Plain, {}};
    return {label, chosen.isEmpty() ? firstAttached() : chosen, {}, Tone::Plain, QString::fromLatin1(setting)};
}

std::vector<StaffLine> enrolmentLines(const app::Enrolment& enrolment, const QString& carrier)
{
    const bool demo = enrolment.kind == app::Enrolment::Kind::Demo;
    const QString enrolled = words(QT_TRANSLATE_NOOP("KioskOffice", "Decided by the enrolment (chinhchu enrol-device)"));
    return {{words(QT_TRANSLATE_NOOP("KioskOffice", "Device")), enrolment.deviceId, enrolled, Tone::Plain, {}},
            {words(QT_TRANSLATE_NOOP("KioskOffice", "Place")), enrolment.place, enrolled, Tone::Plain, {}},
            {words(QT_TRANSLATE_NOOP("KioskOffice", "Kind")),
             demo ? words(QT_TRANSLATE_NOOP("KioskOffice", "Demonstration"))
                  : words(QT_TRANSLATE_NOOP("KioskOffice", "Real work")),
             {}, demo ? Tone::Caution : Tone::Plain, {}},
            {words(QT_TRANSLATE_NOOP("KioskOffice", "Carrier")),
             carrier.isEmpty() ? enrolment.carrierUrl.toString() : carrier,
             carrier.isEmpty() ? enrolled : onTheCommandLine(), Tone::Plain, {}},
            {words(QT_TRANSLATE_NOOP("KioskOffice", "Tries, patience, consent, colours")),
             words(QT_TRANSLATE_NOOP("KioskOffice", "The carrier's signed policy")), {}, Tone::Plain, {}},
            {words(QT_TRANSLATE_NOOP("KioskOffice", "Program")), QCoreApplication::applicationVersion(), {},
             Tone::Plain, {}}};
}

} // namespace

std::vector<StaffLine> KioskOffice::settings()
{
    const app::Home home(m_options.home);
    app::KioskSettings now = app::KioskSettings::load(home);
    now.language = app::knownLanguage(now.language);
    std::vector<StaffLine> lines = startLines(now);
    lines.push_back(partLine(words(QT_TRANSLATE_NOOP("KioskOffice", "Card reader")), m_options.reader, now.reader, "reader"));
    lines.push_back(partLine(words(QT_TRANSLATE_NOOP("KioskOffice", "Camera")), m_options.camera, now.camera, "camera"));
    const auto enrolment = app::Enrolment::load(home);
    if (!enrolment) {
        const app::FailureText text = app::failureText(enrolment.error().code);
        lines.push_back({words(QT_TRANSLATE_NOOP("KioskOffice", "Enrolment")), text.happened, text.todo, Tone::Bad, {}});
        return lines;
    }
    const std::vector<StaffLine> fixed = enrolmentLines(*enrolment, m_options.carrier);
    lines.insert(lines.end(), fixed.begin(), fixed.end());
    return lines;
}

Result<app::KioskSettings> KioskOffice::change(const QString& setting, const QString& id)
{
    const app::Home home(m_options.home);
    const auto enrolment = app::Enrolment::load(home);
    const bool demo = enrolment && enrolment->kind == app::Enrolment::Kind::Demo;
    app::KioskSettings now = app::KioskSettings::load(home);
    if (setting == u"language")
        now.language = following(app::languages(), app::knownLanguage(now.language));
    else if (setting == u"text")
        now.largeText = !now.largeText;
    else if (setting == u"contrast")
        now.contrast = (now.contrast + 1) % app::KioskSettings::contrasts;
    else if (setting == u"volume")
        now.volume = (now.volume + 1) % (app::KioskSettings::loudest + 1);
    else if (setting == u"reader" && m_options.reader.isEmpty())
        now.reader = following(readers(demo), now.reader);
    else if (setting == u"camera" && m_options.camera.isEmpty())
        now.camera = following(cameras(demo), now.camera);
    else
        return fail(FailureCode::UsageInvalid, setting.toStdString());
    // First written down, then done.
    if (const auto noted = record({id, QStringLiteral("settings-changed"), setting}); !noted)
        return tl::unexpected(noted.error());
    if (const auto saved = now.save(home); !saved)
        return tl::unexpected(saved.error());
    return now;
}

} // namespace chinhchu::ui
