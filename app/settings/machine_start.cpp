#include "app/settings/machine_start.h"

#include <QFile>

#include <ctime>

namespace chinhchu::app {

QString machineStart()
{
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
}

std::chrono::milliseconds uptime()
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::milliseconds(time.tv_sec * 1000LL + time.tv_nsec / 1000000);
}

} // namespace chinhchu::app
