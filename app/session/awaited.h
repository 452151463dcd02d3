#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>

namespace chinhchu::app {

/// A value that one thread makes and others wait for. Set once; waiting ends early when stopped.
template <class T>
class Awaited
{
public:
    void set(T value)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_value) {
                return;
            }
            m_value.emplace(std::move(value));
        }
        m_arrived.notify_all();
    }

    /// The value; nothing when @p patience is over or @p stop was asked for. T is copied: use shared_ptr for large
    /// things.
    std::optional<T> wait(std::chrono::milliseconds patience, std::stop_token stop)
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait_for(lock, std::move(stop), patience, [this] { return m_value.has_value(); });
        return m_value;
    }

    std::optional<T> peek()
    {
        const std::lock_guard lock(m_mutex);
        return m_value;
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::optional<T> m_value;
};

} // namespace chinhchu::app
