#pragma once

#include <chrono>
#include <thread>

namespace chinhchu::biometrics {

/// Gives file cameras the rhythm of a real one: a frame every @p period, none faster.
class FrameClock
{
public:
    explicit FrameClock(std::chrono::nanoseconds period)
        : m_period(period)
        , m_due(std::chrono::steady_clock::now())
    {
    }

    std::chrono::steady_clock::time_point waitForNext()
    {
        std::this_thread::sleep_until(m_due);
        const auto now = std::chrono::steady_clock::now();
        m_due = now > m_due + m_period ? now + m_period : m_due + m_period;
        return now;
    }

private:
    std::chrono::nanoseconds m_period;
    std::chrono::steady_clock::time_point m_due;
};

} // namespace chinhchu::biometrics
