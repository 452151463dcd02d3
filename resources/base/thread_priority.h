#pragma once

#include <atomic>
#include <charconv>
#include <dirent.h>
#include <sched.h>
#include <string_view>
#include <sys/resource.h>
#include <unistd.h>

/// In a program with a window, what is computed waits for what people see and touch. On Linux each thread has a class and a
/// nice value of its own, and lowering them needs no rights. A program without a window lowers nothing.
namespace chinhchu {

namespace thread_priority {

inline std::atomic<bool> windowWaits = false;

/// Beside a nice value of 0 it has a tenth of the processor (sched(7)); with a quarter (5) the window still waited for 7 ms.
inline constexpr int nicer = 10;

/// `thread` is a gettid(2). With real-time priority a computing thread would keep its processor for a whole slice of 100 ms.
inline void lower(pid_t thread)
{
    const sched_param none{};
    static_cast<void>(::sched_setscheduler(thread, SCHED_OTHER, &none));
    const auto id = static_cast<id_t>(thread);
    if (::getpriority(PRIO_PROCESS, id) < nicer)
        static_cast<void>(::setpriority(PRIO_PROCESS, id, nicer));
}

} // namespace thread_priority

/// The calling thread computes.
inline void giveWayToTheWindow()
{
    if (thread_priority::windowWaits)
        thread_priority::lower(::gettid());
}

/// Call it first in main() of a program with a window. The threads that are there already belong to libraries that compute:
/// OpenBLAS starts its own when it is loaded, and they go on asking for work for a while after each.
inline void letTheWindowGoFirst()
{
    thread_priority::windowWaits = true;
    DIR* const threads = ::opendir("/proc/self/task");
    if (threads == nullptr)
        return;
    while (const dirent* const each = ::readdir(threads)) {
        const std::string_view name = each->d_name;
        pid_t thread = 0;
        std::from_chars(name.data(), name.data() + name.size(), thread);
        if (thread > 0 && thread != ::getpid())
            thread_priority::lower(thread);
    }
    ::closedir(threads);
}

} // namespace chinhchu
