#include "app/cli/image_file.h"

#include "biometrics/camera/picture_source.h"

#include <QFile>
#include <QFileInfo>

namespace chinhchu::app::cli {

Result<Bytes> readFile(const QString& path, qint64 limit)
{
    // Opening a pipe waits until somebody writes to it.
    if (!QFileInfo(path).isFile()) {
        return fail(FailureCode::FileUnreadable, path.toStdString());
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || file.size() > limit) {
        return fail(FailureCode::FileUnreadable, path.toStdString());
    }
    Bytes content(static_cast<std::size_t>(file.size()));
    if (file.read(reinterpret_cast<char*>(content.data()), file.size()) != file.size()) {
        return fail(FailureCode::FileUnreadable, path.toStdString());
    }
    return content;
}

Result<biometrics::Image> readImage(const QString& path)
{
    constexpr bool scaled = false;
    return biometrics::loadPicture(path.toStdString(), scaled);
}

} // namespace chinhchu::app::cli
