#include "tests/simulators/chip/lab/station.h"

#include <csignal>
#include <iostream>
#include <thread>
#include <utility>

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace chinhchu::chip {

namespace {

/// "A moment" out of the field. pcscd looks every 0.4 s; a card that is back before it looked, and whose reset failed
/// in between, counts as absent until it is really taken out.
constexpr double moment = 700;

int endingSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    ::sigprocmask(SIG_BLOCK, &signals, nullptr);
    return ::signalfd(-1, &signals, SFD_CLOEXEC);
}

} // namespace

Station::Station(FaultyCard& card, Reader reader, const ControlSocket* control, std::function<void()> ready)
    : m_card(card)
    , m_reader(std::move(reader))
    , m_control(control)
    , m_ready(std::move(ready))
{
}

int Station::serve()
{
    if (!m_link.insert(m_reader.host, m_reader.port, m_reader.waitMs)) {
        std::cerr << "cccd-simulator: nobody listens on " << m_reader.host << ":" << m_reader.port
                  << " (is pcscd with the vpcd driver running?)\n";
        return 3;
    }
    const int signals = endingSignals();
    while (!m_over) {
        pollfd watched[] = {{signals, POLLIN, 0},
                            {m_link.inserted() ? m_link.descriptor() : -1, POLLIN, 0},
                            {m_control ? m_control->descriptor() : -1, POLLIN, 0}};
        int patience = -1;
        if (m_backAt != Clock::time_point::max()) {
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(m_backAt - Clock::now()).count() + 1;
            patience = static_cast<int>(std::max<long>(0, left));
        }
        ::poll(watched, 3, patience);
        if (watched[0].revents)
            break;
        if (watched[2].revents)
            m_control->serveOne([this](const std::string& line) { return obey(line); });
        if (watched[1].revents && m_link.inserted())
            handleMessage();
        if (m_away && Clock::now() >= m_backAt)
            layDown();
    }
    ::close(signals);
    if (const TimingReport* timing = m_card.timing())
        std::cerr << "cccd-simulator: " << timing->text() << "\n";
    return 0;
}

void Station::handleMessage()
{
    const auto message = m_link.receive();
    if (!message) {
        m_over = true; // the reader is gone
        return;
    }
    if (message->size() != 1)
        return handleCommand(*message);
    switch ((*message)[0]) {
    case VpcdLink::PowerOff:
    case VpcdLink::PowerOn:
    case VpcdLink::Reset:
        m_card.reset();
        break;
    case VpcdLink::GetAtr:
        m_link.send(m_card.card().atr());
        break;
    default:
        break;
    }
    // The reader turned to the card: from now on pcscd sees it.
    if (!std::exchange(m_announced, true))
        m_ready();
}

void Station::handleCommand(ByteView command)
{
    const FaultyCard::Outcome outcome = m_card.process(command);
    switch (outcome.what) {
    case FaultyCard::Outcome::What::Removed:
        return takeOut(outcome.absentMs);
    case FaultyCard::Outcome::What::Silence:
        if (outcome.absentMs == 0)
            return; // the reader waits for ever; only the control socket or the end of this program helps it
        pause(outcome.absentMs);
        return takeOut(moment);
    case FaultyCard::Outcome::What::Answer:
        pause(outcome.afterMs);
        // vpcd never returns from a message of 0 bytes. A card that is out for a moment gives the same to programs:
        // success with 0 bytes.
        if (outcome.answer.empty())
            return takeOut(moment);
        m_link.send(outcome.answer);
        return;
    }
}

void Station::takeOut(double milliseconds)
{
    m_link.remove();
    m_away = true;
    m_giveUpAt.reset();
    m_backAt = milliseconds > 0 ? Clock::now() + std::chrono::microseconds(static_cast<long>(milliseconds * 1000))
                                : Clock::time_point::max();
}

// One try at a time, so that the control socket is heard in between.
void Station::layDown()
{
    const auto now = Clock::now();
    if (!m_giveUpAt)
        m_giveUpAt = now + std::chrono::milliseconds(m_reader.waitMs);
    if (m_link.insert(m_reader.host, m_reader.port, 0)) {
        m_away = false;
        m_backAt = Clock::time_point::max();
        m_giveUpAt.reset();
        m_card.card().reset();
    } else if (now >= *m_giveUpAt) {
        m_over = true;
    } else {
        m_backAt = Clock::now() + std::chrono::milliseconds(20);
    }
}

void Station::pause(double milliseconds) const
{
    if (milliseconds > 0)
        std::this_thread::sleep_for(std::chrono::microseconds(static_cast<long>(milliseconds * 1000)));
}

std::string Station::obey(const std::string& line)
{
    const std::size_t space = line.find(' ');
    const std::string verb = line.substr(0, space);
    const std::string rest = space == std::string::npos ? "" : line.substr(space + 1);
    try {
        if (verb == "fault")
            m_card.plan().add(rest);
        else if (verb == "clear")
            m_card.plan().clear();
        else if (verb == "remove")
            takeOut(rest.empty() ? 0 : std::stod(rest));
        else if (verb == "insert")
            m_backAt = m_away ? Clock::now() : Clock::time_point::max();
        else if (verb == "count")
            return std::to_string(m_card.plan().count());
        else if (verb == "timing")
            return m_card.timing() ? m_card.timing()->text() : "not measured: start with --timing";
        else
            return "error: fault SPEC, clear, remove [MS], insert, count or timing";
    } catch (const std::exception& error) {
        return std::string("error: ") + error.what();
    }
    return "ok";
}

} // namespace chinhchu::chip
