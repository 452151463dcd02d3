#include "ui/program/kiosk_program.h"

#include "app/session/failure_text.h"
#include "app/settings/home.h"
#include "app/settings/language.h"
#include "ui/program/kiosk_command_line.h"
#include "ui/program/run_figures.h"
#include "ui/speech/clip_voice.h"
#include "ui/speech/synthetic_voice.h"
#include "ui/window/kiosk_application.h"
#include "ui/window/kiosk_window.h"

#include <QTextStream>
#include <QTimer>

namespace chinhchu::ui {

namespace {

int explain(const Failure& failure)
{
    const app::FailureText text = app::failureText(failure.code);
    const std::string_view code = codeName(failure.code);
    QTextStream(stderr) << text.happened << u'\n' << text.todo << u'\n' << text.help << u'\n'
                        << QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size())) << u' '
                        << QString::fromStdString(failure.detail) << Qt::endl;
    return exitStatus(failure.code);
}

/// Recordings first. A walk says nothing unless it was given recordings: nobody listens.
std::vector<std::unique_ptr<Voice>> voices(const KioskCommandLine& line)
{
    std::vector<std::unique_ptr<Voice>> all;
    if (line.silent)
        return all;
    all.push_back(std::make_unique<ClipVoice>(line.clips.isEmpty() && !line.walk
                                                  ? app::Home(line.parts.home).folder() + QStringLiteral("/clips")
                                                  : line.clips));
    if (!line.walk)
        all.push_back(std::make_unique<SyntheticVoice>());
    return all;
}

} // namespace

int runKiosk(int argc, char** argv, app::KioskOptions preset)
{
    KioskApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("chinhchu-kiosk"));
    QGuiApplication::setApplicationVersion(QStringLiteral(CHINHCHU_VERSION));
    app::installTranslation(app::knownLanguage({}));

    const KioskCommandLine line = readCommandLine(QGuiApplication::arguments(), std::move(preset));
    app::installTranslation(line.language);
    auto parts = app::makeSessionParts(line.parts);
    if (!parts)
        return explain(parts.error());
    // A program that touches its own buttons must never do so for a real citizen.
    if (line.walk && parts->enrolment.kind != app::Enrolment::Kind::Demo)
        return explain({FailureCode::DemoOnly, "--walk"});

    app::Session session(std::move(*parts));
    Kiosk kiosk(session);
    KioskWindow window(kiosk, {.still = line.walk && !line.walk->screenshots.isEmpty(), .size = line.size});
    if (!window.window())
        return explain({FailureCode::SettingsInvalid, "the window cannot be made"});
    GuiWatch& watch = application.watch();
    watch.setDuring(kiosk.page());
    QObject::connect(&kiosk, &Kiosk::pageChanged, &application, [&] { watch.setDuring(kiosk.page()); });
    const RunFigures figures(watch, *window.window());
    QObject::connect(&application, &QGuiApplication::aboutToQuit, &application, [&] {
        if (!line.figures.isEmpty() && !figures.write(line.figures))
            explain({FailureCode::StorageFailed, line.figures.toStdString()});
    });
    Speaker speaker(*kiosk.comfort(), voices(line));
    window.listen(speaker);
    QObject::connect(&speaker, &Speaker::foundOut, &application, [&speaker] {
        const app::HealthCheck check = speaker.health();
        if (check.failure)
            explain(*check.failure);
    });
    if (line.fullscreen)
        window.window()->showFullScreen();
    else
        window.window()->show();

    if (line.seconds > 0)
        QTimer::singleShot(std::chrono::seconds(line.seconds), &application, &QGuiApplication::quit);
    if (!line.walk)
        return QGuiApplication::exec();
    DemonstrationWalk walk(kiosk, *window.window(), *line.walk);
    QObject::connect(&walk, &DemonstrationWalk::finished, &application, [&](int status) {
        if (!line.walk->keepOpen)
            QGuiApplication::exit(status);
    });
    walk.start();
    return QGuiApplication::exec();
}

} // namespace chinhchu::ui
