#include "app/session/workers.h"

#include "resources/base/thread_priority.h"

namespace chinhchu::app {

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
