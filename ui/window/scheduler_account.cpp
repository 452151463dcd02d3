#include "ui/window/scheduler_account.h"

#include <array>
#include <charconv>
#include <ctime>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>

namespace chinhchu::ui {

namespace {

constexpr double nanoseconds = 1e6;

double worked()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    constexpr double milliseconds = 1e3;
    return static_cast<double>(time.tv_sec) * milliseconds + static_cast<double>(time.tv_nsec) / nanoseconds;
}

/// The second of the three numbers of schedstat (Linux, Documentation/scheduler/sched-stats.rst): nanoseconds in the queue.
double queuedIn(std::string_view text)
{
    const auto space = text.find(' ');
    if (space == std::string_view::npos)
        return 0;
    long long value = 0;
    std::from_chars(text.data() + space + 1, text.data() + text.size(), value);
    return static_cast<double>(value) / nanoseconds;
}

} // namespace

SchedulerAccount::SchedulerAccount()
    : m_file(::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC))
{
}

SchedulerAccount::~SchedulerAccount()
{
    if (m_file >= 0)
        ::close(m_file);
}

SchedulerAccount::Sums SchedulerAccount::sums() const
{
    std::array<char, 96> text{}; // three numbers of at most 20 digits
    const ssize_t length = m_file < 0 ? 0 : ::pread(m_file, text.data(), text.size(), 0);
    return {worked(), length > 0 ? queuedIn({text.data(), static_cast<std::size_t>(length)}) : 0};
}

} // namespace chinhchu::ui
