#include "nfc/pcsc/call_thread.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace chinhchu::nfc {

struct CallThread::Shared
{
    std::mutex mutex;
    std::condition_variable changed;
    std::function<void()> call;
    bool busy = false;
    bool quit = false;
};

CallThread::CallThread()
    : m_shared(std::make_shared<Shared>())
{
    // Detached, because a stuck thread can never be joined; it keeps what it needs alive itself.
    std::thread([shared = m_shared] { serve(shared); }).detach();
}

CallThread::~CallThread()
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->quit = true;
    m_shared->changed.notify_all();
}

void CallThread::serve(const std::shared_ptr<Shared>& shared)
{
    std::unique_lock lock(shared->mutex);
    while (true) {
        shared->changed.wait(lock, [&] { return shared->quit || shared->busy; });
        if (!shared->busy)
            return;
        auto call = std::move(shared->call);
        lock.unlock();
        call();
        call = nullptr; // what it holds is released here, not by a waiting caller
        lock.lock();
        shared->busy = false;
        shared->changed.notify_all();
    }
}

bool CallThread::run(std::function<void()> call, std::chrono::milliseconds patience)
{
    if (m_givenUp)
        return false;
    std::unique_lock lock(m_shared->mutex);
    m_shared->call = std::move(call);
    m_shared->busy = true;
    m_shared->changed.notify_all();
    m_givenUp = !m_shared->changed.wait_for(lock, patience, [&] { return !m_shared->busy; });
    return !m_givenUp;
}

} // namespace chinhchu::nfc
