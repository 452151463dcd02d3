#include "app/outbox/queue_lock.h"

#include <QFile>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace chinhchu::app {

namespace {

/// Twenty thousand waiting bindings are taken over in less.
constexpr std::chrono::minutes LongestWait{3};
constexpr std::chrono::milliseconds Pause{10};

tl::unexpected<Failure> lockFailed(const char* why)
{
    return fail(FailureCode::StorageFailed, std::string("outbox: its lock: ") + why);
}

} // namespace

Result<std::unique_ptr<QueueLock>> QueueLock::open(const QString& file)
{
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return lockFailed(std::strerror(errno));
    return std::unique_ptr<QueueLock>(new QueueLock(descriptor));
}

QueueLock::~QueueLock()
{
    ::close(m_descriptor);
}

Result<void> QueueLock::take(Kind kind)
{
    const int operation = (kind == Kind::Shared ? LOCK_SH : LOCK_EX) | LOCK_NB;
    // A process that hangs must not make every other one hang.
    const auto end = std::chrono::steady_clock::now() + LongestWait;
    while (::flock(m_descriptor, operation) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return lockFailed(std::strerror(errno));
        if (std::chrono::steady_clock::now() > end)
            return lockFailed("another program holds it");
        std::this_thread::sleep_for(Pause);
    }
    return {};
}

void QueueLock::giveBack()
{
    ::flock(m_descriptor, LOCK_UN);
}

} // namespace chinhchu::app
