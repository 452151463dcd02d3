#include "app/cli/application.h"

#include <QByteArray>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <string_view>

namespace chinhchu::app::cli {

namespace {

/// "--format pdf", "--format=pdf", "--out FILE.pdf" and "--out=FILE.Pdf" all end alike. That some other argument does
/// too costs nothing but some milliseconds.
bool namesPdf(const char* argument)
{
    return QByteArray(argument).toLower().endsWith("pdf");
}

bool printsLetters(int argc, char* argv[])
{
    return argc > 1 && std::string_view(argv[1]) == "report" && std::any_of(argv + 2, argv + argc, namesPdf);
}

} // namespace

std::unique_ptr<QCoreApplication> makeApplication(int& argc, char* argv[])
{
    if (!printsLetters(argc, argv)) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Qt looks there for a compositor, and complains where nobody has logged in.
    if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR")) {
        static const QTemporaryDir folder;
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder.path()));
    }
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace chinhchu::app::cli
