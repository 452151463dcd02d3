#include "ui/program/kiosk_program.h"

#include "app/outbox/housekeeping_thread.h"
#include "app/session/failure_text.h"
#include "app/settings/brand_logo.h"
#include "app/settings/home.h"
#include "app/settings/kiosk_settings.h"
#include "app/settings/language.h"
#include "resources/base/no_core_dump.h"
#include "ui/program/keeper.h"
#include "ui/program/kept_line.h"
#include "ui/program/kept_refusals.h"
#include "ui/program/kiosk_command_line.h"
#include "ui/program/kiosk_office.h"
#include "ui/program/run_figures.h"
#include "ui/speech/clip_voice.h"
#include "ui/speech/synthetic_voice.h"
#include "ui/window/curtain.h"
#include "ui/window/kiosk_application.h"
#include "ui/window/kiosk_window.h"
#include "ui/window/shut_window.h"

#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <array>
#include <thread>

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

/// How long the window let people wait, at most.
StaffLine windowHealth(const GuiWatch& watch)
{
    const auto words = [](const char* text, int count = -1) {
        return QCoreApplication::translate("KioskProgram", text, nullptr, count);
    };
    double longest = 0;
    double working = 0;
    for (const GuiWatch::Delay& each : watch.longest()) {
        longest = std::max(longest, each.milliseconds);
        working = std::max(working, each.working);
    }
    const QString label = words(QT_TRANSLATE_NOOP("KioskProgram", "Window"));
    if (watch.overBar() == 0)
        return {label, words(QT_TRANSLATE_NOOP("KioskProgram", "Never busy for longer than 16 ms")), {},
                StaffLine::Tone::Good};
    return {label, words(QT_TRANSLATE_NOOP("KioskProgram", "Longest pause %1 ms")).arg(qRound(longest)),
            words(QT_TRANSLATE_N_NOOP("KioskProgram", "%n pause(s) over 16 ms; own work at most %1 ms"),
                  static_cast<int>(watch.overBar()))
                .arg(qRound(working)),
            watch.overBarWorking() == 0 ? StaffLine::Tone::Good : StaffLine::Tone::Caution};
}

/// The status with which the event loop ends when the person has gone and the next one gets another process.
constexpr int personGone = -1;

/// Everything of one person: the session, its window and its voice.
class Person
{
public:
    Person(KioskApplication& application, const KioskCommandLine& line, app::SessionParts parts)
        : m_application(application)
        , m_line(line)
        , m_session(std::move(parts))
        , m_kiosk(m_session)
        , m_window(m_kiosk, {.still = line.walk && !line.walk->screenshots.isEmpty(), .size = line.size})
        , m_housekeeping(app::housekeepingOf(line.parts, m_session.parts()))
    {
    }

    [[nodiscard]] bool hasWindow() const { return m_window.window() != nullptr; }

    /// Until the program ends: its status; or until the person has gone: personGone, with @p curtain before the window.
    int serve(KeptLine& keeper, std::unique_ptr<Curtain>& curtain);

private:
    void watch();
    void show();
    void showLogo();
    void goBehind(std::unique_ptr<Curtain>& curtain);

    KioskApplication& m_application;
    const KioskCommandLine& m_line;
    app::Session m_session;
    Kiosk m_kiosk;
    KioskWindow m_window;
    app::HousekeepingThread m_housekeeping;
    bool m_used = false; ///< somebody has begun a session
    std::jthread m_logo;
};

int Person::serve(KeptLine& keeper, std::unique_ptr<Curtain>& curtain)
{
    watch();
    const RunFigures figures(m_application.watch(), *m_window.window());
    const auto writeFigures = [&] {
        if (!m_line.figures.isEmpty() && !figures.write(m_line.figures))
            explain({FailureCode::StorageFailed, m_line.figures.toStdString()});
    };
    QObject::connect(
        m_window.window(), &QQuickWindow::frameSwapped, &keeper,
        [this, &keeper] {
            keeper.say("greeting");
            m_application.watch().forgetStart();
            m_window.prepareAllPages();
        },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    // While a member of staff serves, the process stays; it goes when that ends.
    const auto leaveIfAlone = [this, &keeper, &curtain] {
        if (keeper.kept() && m_used && !m_kiosk.assisted() && m_session.state() == app::Session::State::Greeting)
            goBehind(curtain);
    };
    QObject::connect(&m_session, &app::Session::stateChanged, m_window.window(), [this, leaveIfAlone] {
        m_used = true;
        leaveIfAlone();
    });
    QObject::connect(&m_session, &app::Session::servingChanged, m_window.window(), leaveIfAlone);
    Speaker speaker(*m_kiosk.comfort(), voices(m_line));
    m_window.listen(speaker);
    QObject::connect(&speaker, &Speaker::foundOut, m_window.window(), [&speaker] {
        const app::HealthCheck check = speaker.health();
        if (check.failure)
            explain(*check.failure);
    });
    show();

    std::optional<DemonstrationWalk> walk;
    if (m_line.walk) {
        walk.emplace(m_kiosk, *m_window.window(), *m_line.walk);
        QObject::connect(&*walk, &DemonstrationWalk::finished, m_window.window(), [&](int status) {
            if (!m_line.walk->keepOpen)
                QGuiApplication::exit(status);
        });
        walk->start();
    }
    const int status = QGuiApplication::exec();
    writeFigures();
    return status;
}

void Person::watch()
{
    GuiWatch& watch = m_application.watch();
    watch.setDuring(m_kiosk.page());
    m_kiosk.staff()->setOffice(std::make_shared<KioskOffice>(m_line.parts));
    m_kiosk.staff()->setOwnHealth([&watch] { return std::vector<StaffLine>{windowHealth(watch)}; });
    app::KioskSettings start = app::KioskSettings::load(app::Home(m_line.parts.home));
    if (!m_line.language.isEmpty())
        start.language.clear(); // the command line's is installed
    m_kiosk.setStart(start);
    showLogo();
    QObject::connect(&m_kiosk, &Kiosk::pageChanged, m_window.window(), [this, &watch] { watch.setDuring(m_kiosk.page()); });
    // What waits is sent while nobody is there.
    QObject::connect(&m_session, &app::Session::stateChanged, m_window.window(), [this](app::Session::State state) {
        m_housekeeping.setIdle(state == app::Session::State::Greeting);
    });
    m_housekeeping.setIdle(true);
}

/// A logo that cannot be decoded is not shown; the health page says why.
void Person::showLogo()
{
    m_logo = std::jthread([this, brand = m_session.parts().policy.brand] {
        auto logo = std::make_shared<Result<biometrics::Image>>(app::decodeLogo(brand));
        if (*logo && !(*logo)->empty())
            QMetaObject::invokeMethod(m_kiosk.brand(), [this, logo] { m_kiosk.brand()->setLogo(std::move(**logo)); });
    });
}

void Person::show()
{
    if (m_line.fullscreen)
        m_window.window()->showFullScreen();
    else
        m_window.window()->show();
}

/// The greeting shows: a picture of it takes its place, and nothing can be touched until the next process is there.
void Person::goBehind(std::unique_ptr<Curtain>& curtain)
{
    if (curtain)
        return;
    new ShutWindow(*m_window.window());
    // After the page's own arrival.
    constexpr std::chrono::milliseconds arrival{250};
    QTimer::singleShot(arrival, m_window.window(), [this, &curtain] {
        curtain = std::make_unique<Curtain>(m_window.window()->grabWindow());
        QObject::connect(curtain.get(), &Curtain::closed, m_window.window(), [] { QGuiApplication::exit(personGone); });
        curtain->cover(*m_window.window());
    });
}

bool hasScreen(const QStringList& arguments)
{
    return arguments.contains(QStringLiteral("-platform")) || arguments.contains(QStringLiteral("--platform")) ||
           std::ranges::any_of(std::array{"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"},
                               [](const char* name) { return qEnvironmentVariableIsSet(name); });
}

/// Qt ends a program without a screen in the middle, in words that help nobody.
int explainMissingScreen(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    app::installTranslation(app::knownLanguage({}));
    return explain({FailureCode::SettingsInvalid, "no screen: DISPLAY, WAYLAND_DISPLAY and QT_QPA_PLATFORM are not set"});
}

} // namespace

int runKiosk(int argc, char** argv, app::KioskOptions preset)
{
    leaveNoCoreDump();
    const QStringList arguments(argv + 1, argv + argc);
    if (asksOnlyForWords(arguments))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!hasScreen(arguments))
        return explainMissingScreen(argc, argv);
    if (isToKeep(arguments))
        return keepKiosk(argc, argv);
    KioskApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("chinhchu-kiosk"));
    QGuiApplication::setApplicationVersion(QStringLiteral(CHINHCHU_VERSION));
    app::installTranslation(app::knownLanguage({}));

    const KioskCommandLine line = readCommandLine(QGuiApplication::arguments(), std::move(preset));
    KeptLine keeper(line.keptBy);
    QObject::connect(&keeper, &KeptLine::leave, &application, &QGuiApplication::quit);
    const app::KioskSettings settings = app::KioskSettings::load(app::Home(line.parts.home));
    app::installTranslation(app::knownLanguage(line.language.isEmpty() ? settings.language : line.language));
    auto parts = app::makeSessionParts(line.parts);
    if (!parts)
        return explain(parts.error());
    // A program that touches its own buttons must never do so for a real citizen.
    if (line.walk && parts->enrolment.kind != app::Enrolment::Kind::Demo)
        return explain({FailureCode::DemoOnly, "--walk"});
    if (keeper.kept())
        parts->faceRefusals = std::make_shared<KeptFaceRefusals>(keeper);
    if (line.seconds > 0)
        QTimer::singleShot(std::chrono::seconds(line.seconds), &application, &QGuiApplication::quit);

    std::unique_ptr<Curtain> curtain;
    int status = 0;
    {
        Person person(application, line, std::move(*parts));
        if (!person.hasWindow())
            return explain({FailureCode::SettingsInvalid, "the window cannot be made"});
        status = person.serve(keeper, curtain);
    }
    if (status != personGone)
        return status;
    keeper.say("next");
    return QGuiApplication::exec();
}

} // namespace chinhchu::ui
