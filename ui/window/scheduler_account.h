#pragma once

namespace chinhchu::ui {

/// What the kernel's scheduler says of the thread that asks: how long it worked, and how long it stood ready while others had
/// the processors. Whoever makes one asks it on the same thread.
class SchedulerAccount
{
public:
    /// Milliseconds since the thread began.
    struct Sums
    {
        double working = 0;
        double queued = 0; ///< 0 where the kernel keeps no such account (CONFIG_SCHED_INFO)
    };

    SchedulerAccount();
    ~SchedulerAccount();
    SchedulerAccount(const SchedulerAccount&) = delete;
    SchedulerAccount& operator=(const SchedulerAccount&) = delete;

    /// About two microseconds: it is asked twice for each event.
    [[nodiscard]] Sums sums() const;

private:
    int m_file = -1;
};

} // namespace chinhchu::ui
