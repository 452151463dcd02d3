#include "app/carrier/send_at_once.h"

#include <QDir>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace chinhchu::app {

void sendAtOnce()
{
    // What is no TCP socket refuses the option, and nothing happens to it.
    const int yes = 1;
    const QStringList open = QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System);
    for (const QString& descriptor : open) {
        bool number = false;
        const int file = descriptor.toInt(&number);
        if (number)
            ::setsockopt(file, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    }
}

} // namespace chinhchu::app
