#include "app/outbox/turn_lock.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace chinhchu::app {

Result<std::unique_ptr<TurnLock>> TurnLock::tryTake(const QString& file)
{
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fail(FailureCode::StorageFailed, std::string("outbox: its lock: ") + std::strerror(errno));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return std::unique_ptr<TurnLock>(new TurnLock(descriptor));
    const int why = errno;
    ::close(descriptor);
    if (why == EWOULDBLOCK)
        return std::unique_ptr<TurnLock>();
    return fail(FailureCode::StorageFailed, std::string("outbox: its lock: ") + std::strerror(why));
}

TurnLock::~TurnLock()
{
    ::close(m_descriptor);
}

} // namespace chinhchu::app
