#include "app/settings/kept_file.h"

#include <QFile>
#include <QSaveFile>

namespace chinhchu::app {

Result<void> keepFile(const QString& name, const QByteArray& content)
{
    QFile there(name);
    if (there.open(QIODevice::ReadOnly) && there.size() == content.size() && there.readAll() == content)
        return {};
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return fail(FailureCode::StorageFailed, name.toStdString());
    return {};
}

} // namespace chinhchu::app
