#pragma once

#include <algorithm>
#include <chrono>
#include <functional>

namespace chinhchu::nfc {

/// A clock that only runs forwards; handed in where a test wants time to pass without waiting.
using MonotonicClock = std::function<std::chrono::steady_clock::time_point()>;

/// How long a read may take. A card may ask for more time with every command, and a hostile one does: without these it
/// holds the kiosk for as long as it likes.
struct TimeLimits
{
    /// From the first command to the verdict, the time in which the card was away included. Then CARD_TOO_SLOW.
    std::chrono::milliseconds wholeRead{60'000};
    /// One command. Longer than any command of a citizen card takes (an RSA signature, an agreement on a large curve).
    /// Then CARD_NOT_ANSWERING.
    std::chrono::milliseconds oneCommand{10'000};
    /// How long a lifted card is waited for. Then CARD_REMOVED.
    std::chrono::milliseconds cardAway{20'000};
};

/// The limits of one read, running since this object was made.
class Deadline
{
public:
    explicit Deadline(const TimeLimits& limits = {}, MonotonicClock clock = {})
        : m_limits(limits)
        , m_clock(clock ? std::move(clock) : MonotonicClock(&std::chrono::steady_clock::now))
        , m_start(m_clock())
    {
    }

    [[nodiscard]] std::chrono::steady_clock::time_point now() const { return m_clock(); }
    [[nodiscard]] bool passed() const { return left().count() <= 0; }
    /// What the next command may take.
    [[nodiscard]] std::chrono::milliseconds forOneCommand() const { return std::min(m_limits.oneCommand, left()); }
    [[nodiscard]] const TimeLimits& limits() const { return m_limits; }

private:
    [[nodiscard]] std::chrono::milliseconds left() const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(m_start + m_limits.wholeRead - now());
    }

    TimeLimits m_limits;
    MonotonicClock m_clock;
    std::chrono::steady_clock::time_point m_start;
};

} // namespace chinhchu::nfc
