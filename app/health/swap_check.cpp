#include "app/health/swap_check.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace chinhchu::app {

namespace {

QString contentOf(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

/// Of a block device by its folder in /sys/block, or of all that it is made of (LVM on top of dm-crypt).
bool isEncrypted(const QString& device)
{
    if (contentOf(device + "/dm/uuid").startsWith(QLatin1String("CRYPT-"))) {
        return true;
    }
    const QDir parts(device + "/slaves");
    const QStringList names = parts.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return !names.isEmpty() && std::ranges::all_of(names, [&parts](const QString& each) {
        return isEncrypted(parts.absoluteFilePath(each));
    });
}

/// A swap file lies on the device of its file system.
QString deviceUnder(const QString& root, const QString& file)
{
    struct stat found{};
    if (::stat(QFile::encodeName(root + file).constData(), &found) != 0) {
        return {};
    }
    return QStringLiteral("%1/sys/dev/block/%2:%3").arg(root).arg(major(found.st_dev)).arg(minor(found.st_dev));
}

bool isProtected(const QString& root, const QString& name)
{
    if (name.startsWith(QLatin1String("/dev/zram"))) {
        return true;
    }
    return isEncrypted(name.startsWith(QLatin1String("/dev/")) ? root + "/sys/block/" + name.mid(5)
                                                               : deviceUnder(root, name));
}

/// The limit of the cgroup of this program, or of one above it.
bool mayNotBeSwapped(const QString& root)
{
    for (const QString& line : contentOf(root + "/proc/self/cgroup").split(u'\n')) {
        if (!line.startsWith(QLatin1String("0::/"))) {
            continue;
        }
        for (QString group = line.mid(3); group.size() > 1; group.truncate(group.lastIndexOf(u'/'))) {
            if (contentOf(root + "/sys/fs/cgroup" + group + "/memory.swap.max") == QLatin1String("0")) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

HealthCheck checkSwap(const QString& root)
{
    const QString name = QStringLiteral("swap");
    if (mayNotBeSwapped(root)) {
        return {name, HealthCheck::State::Ready, {}, QStringLiteral("not for this program")};
    }
    // proc_swaps(5): a line of headings, then the name first; a space in it is written as \040.
    QStringList used = contentOf(root + "/proc/swaps").split(u'\n').mid(1);
    for (QString& each : used) {
        each = each.section(u' ', 0, 0).section(u'\t', 0, 0).replace(QLatin1String("\\040"), QLatin1String(" "));
    }
    used.removeAll(QString());
    for (const QString& each : used) {
        if (!isProtected(root, each)) {
            return {name, HealthCheck::State::Limited,
                    Failure{FailureCode::SettingsInvalid,
                            "swap is not encrypted, and personal data in memory may be written to it: " + each.toStdString()},
                    {}};
        }
    }
    return {name, HealthCheck::State::Ready, {}, used.isEmpty() ? QStringLiteral("none") : used.join(QStringLiteral(", "))};
}

} // namespace chinhchu::app
