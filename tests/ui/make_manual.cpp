// make_manual FOLDER: walks through every page with an invented person, in each language, and writes the user manual
// into FOLDER/LANGUAGE, with FOLDER/index.html before them. packaging/manual runs it.

#include "app/settings/language.h"
#include "tests/ui/manual_walk.h"

#include <QGuiApplication>
#include <QTextStream>

using namespace chinhchu;

namespace {

/// @p faults: what is laid out badly in the pictures.
Result<void> write(const QString& folder, QStringList& faults)
{
    // First: a folder that cannot be written is known before the work.
    if (auto door = ui::writeManualDoor(folder); !door)
        return door;
    for (const QString& language : app::languages()) {
        app::installTranslation(language);
        scripted::ManualWalk walk(scripted::ManualWalk::Pictures::Taken);
        ui::Manual manual = walk.walk();
        faults << walk.faults();
        manual.version = QStringLiteral(CHINHCHU_VERSION);
        const QString edition = folder + u'/' + language;
        if (auto written = ui::writeManual(manual, edition); !written)
            return written;
        QTextStream(stdout) << edition << "/index.html\n" << edition << "/chinhchu-" << language << ".pdf\n";
    }
    return {};
}

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2) {
        QTextStream(stderr) << "make_manual FOLDER\n";
        return 2;
    }
    QStringList faults;
    if (const auto written = write(arguments[1], faults); !written) {
        QTextStream(stderr) << "cannot be written: " << QString::fromStdString(written.error().detail) << '\n';
        return exitStatus(written.error().code);
    }
    QTextStream(stdout) << arguments[1] << "/index.html\n";
    for (const QString& fault : std::as_const(faults))
        QTextStream(stderr) << fault << '\n';
    return faults.isEmpty() ? 0 : 1;
}
