#pragma once

#include "app/outbox/housekeeping.h"
#include "app/settings/task_thread.h"

namespace chinhchu::app {

/// Housekeeping where there is a window: in a thread of its own, so that nobody waits for the disk or for a queue of a
/// thousand bindings.
class HousekeepingThread
{
public:
    /// Called in that thread: what speaks to the queue and to the carrier belongs to the thread that made it.
    using Make = std::function<Result<Housekeeping::Parts>()>;

    /// Where the parts cannot be made nothing is done; the health of the kiosk says why.
    explicit HousekeepingThread(Make make);
    ~HousekeepingThread();

    /// Housekeeping::setIdle(), soon.
    void setIdle(bool idle);

private:
    std::unique_ptr<Housekeeping> m_housekeeping; ///< of the thread
    std::unique_ptr<TaskThread> m_thread;
};

} // namespace chinhchu::app
