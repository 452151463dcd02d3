#pragma once

#include "tests/simulators/chip/lab/control_socket.h"
#include "tests/simulators/chip/lab/faulty_card.h"
#include "tests/simulators/chip/lab/vpcd_link.h"

#include <chrono>
#include <functional>
#include <optional>

namespace chinhchu::chip {

/// A card in a virtual reader: answers what comes over the link, lets faults happen, obeys the control socket and ends
/// on SIGTERM or SIGINT.
class Station
{
public:
    struct Reader
    {
        std::string host = "127.0.0.1", port = "35963";
        int waitMs = 5000;
    };
    /// @p control: null, or a socket that already listens. @p ready is called when the reader has seen the card.
    Station(FaultyCard& card, Reader reader, const ControlSocket* control, std::function<void()> ready);

    /// Exit status: 0 when told to end or when the reader went away, 3 when there was no reader.
    int serve();

private:
    using Clock = std::chrono::steady_clock;
    void handleMessage();
    void handleCommand(ByteView command);
    void takeOut(double milliseconds);
    void layDown();
    std::string obey(const std::string& line);
    void pause(double milliseconds) const;

    FaultyCard& m_card;
    Reader m_reader;
    const ControlSocket* m_control;
    std::function<void()> m_ready;
    VpcdLink m_link;
    bool m_announced = false;
    bool m_over = false;
    bool m_away = false;
    Clock::time_point m_backAt = Clock::time_point::max();
    std::optional<Clock::time_point> m_giveUpAt; ///< when the reader has not taken the card until then, it is gone
};

} // namespace chinhchu::chip
