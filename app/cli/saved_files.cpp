#include "app/cli/saved_files.h"

#include <QDir>
#include <QFile>

namespace chinhchu::app::cli {

namespace {

Result<void> saveFile(const QString& path, const Bytes& content)
{
    QFile file(path);
    // Unbuffered: Qt's buffers are not wiped.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return fail(FailureCode::StorageFailed, path.toStdString());
    }
    const auto size = static_cast<qint64>(content.size());
    if (file.write(reinterpret_cast<const char*>(content.data()), size) != size) {
        return fail(FailureCode::StorageFailed, path.toStdString());
    }
    return {};
}

} // namespace

QString savedFileName(const std::string& chipFile)
{
    QString name = QString::fromStdString(chipFile);
    name.replace('.', '_');
    if (!name.startsWith(QLatin1String("EF_"))) {
        name.prepend("EF_");
    }
    return name + ".bin";
}

QString chipFileName(const QString& savedFile)
{
    QString name = savedFile;
    name.remove(QStringLiteral(".bin"));
    return name.startsWith(QLatin1String("EF_DG")) ? name.mid(3) : name.replace('_', '.');
}

Result<void> saveFiles(const nfc::ChipIdentity& chip, const QString& folder)
{
    const QDir directory(folder);
    if (!directory.mkpath(".")) {
        return fail(FailureCode::StorageFailed, folder.toStdString());
    }
    for (const auto& [name, file] : chip.files) {
        if (name == "DG13") {
            continue;
        }
        const Result<void> saved = saveFile(directory.filePath(savedFileName(name)), file.raw);
        if (!saved) {
            return saved;
        }
    }
    return {};
}

} // namespace chinhchu::app::cli
