#include "app/session/workers.h"

#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

namespace chinhchu::app {

namespace {

/// What is computed waits for what people see and touch. On Linux a thread has its own class and its own nice value. In a
/// program with real-time priority a computing thread would else keep its processor for a whole slice of 100 ms, and the
/// window's thread, or a helper it waits for while painting, would stand still for as long.
void giveWayToTheWindow()
{
    constexpr int nicer = 2;
    const sched_param none{};
    // Both only ever lower what this thread may claim, which needs no rights.
    static_cast<void>(::sched_setscheduler(0, SCHED_OTHER, &none));
    const auto self = static_cast<id_t>(::gettid());
    if (::getpriority(PRIO_PROCESS, self) < nicer)
        static_cast<void>(::setpriority(PRIO_PROCESS, self, nicer));
}

} // namespace

Workers::~Workers()
{
    // All at once, then one after the other: the waits overlap.
    stopAll();
    m_workers.clear();
}

void Workers::start(std::function<void(std::stop_token)> job)
{
    reap();
    auto ended = std::make_shared<std::atomic<bool>>(false);
    std::jthread thread([ended, job = std::move(job)](std::stop_token stop) {
        giveWayToTheWindow();
        job(std::move(stop));
        ended->store(true);
    });
    m_workers.push_back({std::move(ended), std::move(thread)});
}

void Workers::stopAll()
{
    for (Worker& each : m_workers) {
        each.thread.request_stop();
    }
}

void Workers::reap()
{
    m_workers.remove_if([](const Worker& each) { return each.ended->load(); });
}

} // namespace chinhchu::app
