#include "ui/program/kiosk_command_line.h"

#include "app/settings/language.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>
#include <cstdlib>

namespace chinhchu::ui {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("KioskCommandLine", text);
}

QSize parsedSize(const QString& text)
{
    const QStringList parts = text.split(u'x');
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
}

[[noreturn]] void refuse(const QString& why)
{
    QTextStream(stderr) << why << Qt::endl;
    std::exit(2);
}

std::optional<WalkPlan> walkPlan(const QCommandLineParser& parser)
{
    const bool asked = parser.isSet("walk") || parser.isSet("walk-can") || parser.isSet("walk-scan") || parser.isSet("walk-msisdn");
    if (!asked)
        return {};
    WalkPlan plan;
    if (parser.isSet("walk")) {
        const auto fromFile = WalkPlan::load(parser.value("walk"));
        if (!fromFile)
            refuse(QString::fromStdString(fromFile.error().detail));
        plan = *fromFile;
    }
    if (parser.isSet("walk-can"))
        plan.cardDigits = parser.value("walk-can");
    if (parser.isSet("walk-msisdn"))
        plan.msisdns = parser.values("walk-msisdn");
    plan.scan = parser.isSet("walk-scan");
    plan.screenshots = parser.value("screenshots");
    plan.keepOpen = parser.isSet("keep-open");
    plan.finish = parser.isSet("walk-finish");
    plan.input = parser.value("walk-input") == "keyboard" ? WalkPlan::Input::Keyboard : WalkPlan::Input::Touch;
    if ((plan.cardDigits.isEmpty() && !plan.scan) || plan.msisdns.isEmpty())
        refuse(words(QT_TRANSLATE_NOOP("KioskCommandLine", "A walk needs --walk-can or --walk-scan, and --walk-msisdn.")));
    return plan;
}

} // namespace

bool asksOnlyForWords(const QStringList& arguments)
{
    return std::ranges::any_of(arguments, [](const QString& each) {
        return each.startsWith(u"--help") || each == u"--version" || each == u"-h" || each == u"-v";
    });
}

KioskCommandLine readCommandLine(const QStringList& arguments, app::KioskOptions preset)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(words(
        QT_TRANSLATE_NOOP("KioskCommandLine", "The kiosk: confirms who holds a phone number, with card and face.")));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto option = [&parser](const char* name, const char* description, const char* value = nullptr) {
        parser.addOption({QString::fromLatin1(name), words(description), QString::fromLatin1(value)});
    };
    option("home", QT_TRANSLATE_NOOP("KioskCommandLine", "Folder of this installation."), "folder");
    option("reader", QT_TRANSLATE_NOOP("KioskCommandLine", "Name of the card reader; the first otherwise."), "name");
    option("camera", QT_TRANSLATE_NOOP("KioskCommandLine", "Camera device, or a file under a demonstration enrolment."),
           "device");
    option("carrier", QT_TRANSLATE_NOOP("KioskCommandLine", "Address of the carrier; the enrolment's otherwise."),
           "url");
    option("models", QT_TRANSLATE_NOOP("KioskCommandLine", "Folder of the face models."), "folder");
    option("trust", QT_TRANSLATE_NOOP("KioskCommandLine", "Folder of the trusted issuers."), "folder");
    option("lang", QT_TRANSLATE_NOOP("KioskCommandLine", "Language to begin with: vi or en."), "language");
    option("clips",
           QT_TRANSLATE_NOOP("KioskCommandLine", "Folder of recordings, said before the synthetic voice is asked."),
           "folder");
    option("silent", QT_TRANSLATE_NOOP("KioskCommandLine", "Say nothing aloud."));
    option("windowed", QT_TRANSLATE_NOOP("KioskCommandLine", "Open in a window."));
    option("fullscreen", QT_TRANSLATE_NOOP("KioskCommandLine", "Fill the screen (the default)."));
    option("size", QT_TRANSLATE_NOOP("KioskCommandLine", "Size of the window, for example 1366x768."), "size");
    option("walk",
           QT_TRANSLATE_NOOP("KioskCommandLine", "Walk through one session as this file says (demonstration only)."),
           "file");
    option("walk-can", QT_TRANSLATE_NOOP("KioskCommandLine", "Walk: the digits to type for the card."), "digits");
    option("walk-scan", QT_TRANSLATE_NOOP("KioskCommandLine", "Walk: wait for the camera to read the code on the card."));
    option("walk-msisdn", QT_TRANSLATE_NOOP("KioskCommandLine", "Walk: a phone number to type; may be repeated."),
           "number");
    option("walk-input", QT_TRANSLATE_NOOP("KioskCommandLine", "Walk by touch or by keyboard."), "touch|keyboard");
    option("screenshots",
           QT_TRANSLATE_NOOP("KioskCommandLine", "Walk: write a picture of every page into this folder."), "folder");
    option("keep-open", QT_TRANSLATE_NOOP("KioskCommandLine", "Walk: leave the window open after the receipt."));
    option("walk-finish", QT_TRANSLATE_NOOP("KioskCommandLine", "Walk: go on from the receipt to the next greeting."));
    option("keep", QT_TRANSLATE_NOOP("KioskCommandLine", "Give each person a process of their own, in a walk too."));
    option("alone", QT_TRANSLATE_NOOP("KioskCommandLine", "Serve everybody in one process."));
    option("kept-by", QT_TRANSLATE_NOOP("KioskCommandLine", "Used by the program itself."), "descriptor");
    option("figures", QT_TRANSLATE_NOOP("KioskCommandLine", "Write what this run cost into this file, as JSON."), "file");
    option("for", QT_TRANSLATE_NOOP("KioskCommandLine", "End after so many seconds: for measurements."), "seconds");
    if (!parser.parse(arguments))
        refuse(parser.errorText());
    if (parser.isSet("help"))
        parser.showHelp(0);
    if (parser.isSet("version"))
        parser.showVersion();

    KioskCommandLine line;
    line.parts = std::move(preset);
    const auto take = [&parser](QString& into, const char* name) {
        if (parser.isSet(name))
            into = parser.value(name);
    };
    take(line.parts.home, "home");
    take(line.parts.reader, "reader");
    take(line.parts.camera, "camera");
    take(line.parts.carrier, "carrier");
    take(line.parts.models, "models");
    take(line.parts.trust, "trust");
    line.language = parser.value("lang");
    line.clips = parser.value("clips");
    line.silent = parser.isSet("silent");
    line.figures = parser.value("figures");
    line.keptBy = parser.isSet("kept-by") ? parser.value("kept-by").toInt() : -1;
    line.seconds = parser.value("for").toInt();
    line.size = parsedSize(parser.value("size"));
    line.walk = walkPlan(parser);
    // A walk often has no screen that could be filled.
    line.fullscreen = !parser.isSet("windowed") && !parser.isSet("size") && (!line.walk || parser.isSet("fullscreen"));
    if (line.walk && !line.fullscreen && line.size.isEmpty())
        line.size = QSize(1920, 1080);
    return line;
}

} // namespace chinhchu::ui
