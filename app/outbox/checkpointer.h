#pragma once

#include <QString>

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

namespace chinhchu::app {

/// Moves the write-ahead log into the database on a thread of its own. A commit that runs into the checkpoint waits for
/// two fsyncs more and for pages that are not its own; the person at the kiosk must not.
class Checkpointer
{
public:
    explicit Checkpointer(QString file);
    ~Checkpointer();

    /// Something was written.
    void wake();

private:
    bool waitForCalm(std::unique_lock<std::mutex>& lock);
    void loop();

    const QString m_file;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_wanted = false;
    std::uint64_t m_writes = 0;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace chinhchu::app
