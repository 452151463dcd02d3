// What the live view costs: the page CaptureFace gets frames of 1280x720, 30 a second, for SECONDS (10), on the software
// renderer. Prints JSON: `framesGiven`, `framesShown`, `corePercent` of one core for the whole process, and the longest work
// of the GUI thread. Finding the face in the frames belongs to the session and is not in it.

#include "app/settings/language.h"
#include "tests/ui/scripted/drawn_face.h"
#include "tests/ui/scripted/scripted_session.h"
#include "ui/window/kiosk_application.h"
#include "ui/window/kiosk_window.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <array>
#include <ranges>
#include <sys/resource.h>

using namespace chinhchu;

namespace {

double cpuMilliseconds()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto of = [](const timeval& time) { return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3; };
    return of(used.ru_utime) + of(used.ru_stime);
}

QSize sizeOf(const QString& text)
{
    const QStringList parts = text.split(u'x');
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize(1366, 768);
}

} // namespace

int main(int argc, char** argv)
{
    ui::KioskApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int seconds = arguments.size() > 1 ? arguments[1].toInt() : 10;
    const QSize size = sizeOf(arguments.size() > 2 ? arguments[2] : QString());
    app::installTranslation(QStringLiteral("vi"));
    app::Session session({});
    ui::Kiosk kiosk(session);
    ui::KioskWindow window(kiosk, {.still = false, .size = size});
    if (!window.window())
        return 1;
    window.window()->show();
    scripted::show(session, app::Session::State::CaptureFace);

    // Two pictures that differ, so that nobody can save the work.
    std::array<std::shared_ptr<biometrics::Frame>, 2> frames;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        frames[i] = std::make_shared<biometrics::Frame>();
        frames[i]->image = scripted::drawnFace(1280, 720);
        std::ranges::fill(frames[i]->image.pixels | std::views::take(1280 * 3 * 20), std::uint8_t(i * 90));
    }
    int given = 0;
    int shown = 0;
    QObject::connect(window.window(), &QQuickWindow::frameSwapped, &application, [&shown] { ++shown; });
    QTimer camera;
    camera.setTimerType(Qt::PreciseTimer);
    QObject::connect(&camera, &QTimer::timeout, &application, [&] {
        emit session.frame(frames[static_cast<std::size_t>(++given) % frames.size()]);
        emit session.faceHint(QStringLiteral("FaceTooSmall"), 0.35);
    });

    QElapsedTimer clock;
    double before = 0;
    QTimer::singleShot(1000, &application, [&] { // the page is there
        given = shown = 0;
        before = cpuMilliseconds();
        clock.start();
        camera.start(33);
        QTimer::singleShot(std::chrono::seconds(seconds), &application, &QCoreApplication::quit);
    });
    QCoreApplication::exec();

    const double used = cpuMilliseconds() - before;
    const double lasted = double(clock.elapsed());
    const auto& longest = application.watch().longest();
    const QJsonObject result{{"size", QStringLiteral("%1x%2").arg(size.width()).arg(size.height())},
                             {"seconds", lasted / 1e3},
                             {"framesGiven", given},
                             {"framesShown", shown},
                             {"framesPerSecond", qRound(shown / lasted * 1e4) / 10.0},
                             {"corePercent", qRound(used / lasted * 1e3) / 10.0},
                             {"longestWorkMs", longest.empty() ? 0 : longest.front().working},
                             {"delaysWorking", application.watch().overBarWorking()}};
    std::fputs(QJsonDocument(result).toJson().constData(), stdout);
    return 0;
}
