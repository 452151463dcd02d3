#include "app/session/folders.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace chinhchu::app {

QString modelsFolder(const QString& chosen)
{
    if (!chosen.isEmpty()) {
        return chosen;
    }
    const QString fromEnvironment = qEnvironmentVariable("CHINHCHU_MODELS");
    if (!fromEnvironment.isEmpty()) {
        return fromEnvironment;
    }
    const QString cache =
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/chinhchu/models");
    const QString installed = QStringLiteral("/usr/share/chinhchu/models");
    return !QFileInfo::exists(cache) && QFileInfo::exists(installed) ? installed : cache;
}

} // namespace chinhchu::app
