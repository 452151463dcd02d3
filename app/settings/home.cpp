#include "app/settings/home.h"

#include <QDir>
#include <QStandardPaths>

namespace chinhchu::app {

namespace {

QString defaultFolder()
{
    const QString fromEnvironment = qEnvironmentVariable("CHINHCHU_HOME");
    if (!fromEnvironment.isEmpty())
        return fromEnvironment;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/chinhchu");
}

} // namespace

Home::Home(const QString& folder)
    : m_folder(QDir(folder.isEmpty() ? defaultFolder() : folder).absolutePath())
{
}

} // namespace chinhchu::app
