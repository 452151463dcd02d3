#pragma once

#include "resources/base/failure.h"

#include <QString>

#include <memory>
#include <utility>

namespace chinhchu::app {

/// Who uses the queue holds this lock shared for as long as one piece of work takes; who puts another file in its place
/// holds it alone. Between processes and between connections of one process; the kernel gives it back when a process dies.
class QueueLock
{
public:
    enum class Kind
    {
        Shared,
        Alone
    };

    /// @p file is a file of its own beside the queue, never the queue itself: closing that would drop SQLite's locks.
    static Result<std::unique_ptr<QueueLock>> open(const QString& file);
    ~QueueLock();
    QueueLock(const QueueLock&) = delete;
    QueueLock& operator=(const QueueLock&) = delete;

    /// Waits for its turn, as long as a long queue takes to be taken over; then STORAGE_FAILED.
    Result<void> take(Kind kind);
    void giveBack();

private:
    explicit QueueLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    int m_descriptor;
};

/// Holds a lock for a block.
class QueueHold
{
public:
    static Result<QueueHold> take(QueueLock& lock, QueueLock::Kind kind)
    {
        if (auto taken = lock.take(kind); !taken)
            return tl::unexpected(taken.error());
        return QueueHold(&lock);
    }
    ~QueueHold()
    {
        if (m_lock != nullptr)
            m_lock->giveBack();
    }
    QueueHold(QueueHold&& other) noexcept
        : m_lock(std::exchange(other.m_lock, nullptr))
    {
    }
    QueueHold& operator=(QueueHold&&) = delete;

private:
    explicit QueueHold(QueueLock* lock)
        : m_lock(lock)
    {
    }
    QueueLock* m_lock;
};

} // namespace chinhchu::app
