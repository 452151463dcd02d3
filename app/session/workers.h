#pragma once

#include <QObject>

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <stop_token>
#include <thread>

namespace chinhchu::app {

/// Carries results of worker threads home, into the thread of one object. What arrives after its time (the session was
/// cancelled, the state was left) is dropped, and with it the personal data it holds.
class Post
{
public:
    using Era = std::shared_ptr<std::atomic<std::uint64_t>>;

    Post(QObject* home, Era era)
        : m_home(home)
        , m_era(std::move(era))
        , m_mine(m_era->load())
    {
    }

    /// Callable from any thread as long as `home` lives; Workers joins its threads before that ends.
    void operator()(std::function<void()> deliver) const
    {
        QMetaObject::invokeMethod(
            m_home,
            [era = m_era, mine = m_mine, deliver = std::move(deliver)] {
                if (era->load() == mine) {
                    deliver();
                }
            },
            Qt::QueuedConnection);
    }

    /// For answers that already arrive in the home thread.
    [[nodiscard]] bool stillWanted() const { return m_era->load() == m_mine; }

private:
    QObject* m_home;
    Era m_era;
    std::uint64_t m_mine;
};

/// Threads for slow work. Stopping never waits: a thread that hangs in a card reader must not freeze the window. Only
/// the destructor joins.
class Workers
{
public:
    Workers() = default;
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    void start(std::function<void(std::stop_token)> job);
    /// Asks all running jobs to end.
    void stopAll();

private:
    struct Worker
    {
        std::shared_ptr<std::atomic<bool>> ended;
        std::jthread thread;
    };

    void reap();

    std::list<Worker> m_workers;
};

} // namespace chinhchu::app
