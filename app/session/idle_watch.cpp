#include "app/session/idle_watch.h"

#include "app/session/mode_rules.h"
#include "app/session/transitions.h"

#include <algorithm>

namespace chinhchu::app {

namespace {

std::chrono::milliseconds patienceOf(Session::State state, const SessionParts& parts)
{
    // The table says which states can end for lack of a person; the others wait for machines.
    if (!modeRules(parts.mode).idles || !nextState(state, SessionEvent::TimedOut)) {
        return std::chrono::milliseconds(0);
    }
    const bool closing = state == Session::State::Receipt || state == Session::State::Problem;
    return closing ? parts.policy.closingPatience : parts.policy.idlePatience;
}

} // namespace

IdleWatch::IdleWatch(const SessionParts& parts)
    : m_parts(parts)
{
    m_warning.setSingleShot(true);
    m_end.setSingleShot(true);
    QObject::connect(&m_warning, &QTimer::timeout, &m_warning, [this] {
        const auto left = std::chrono::duration_cast<std::chrono::seconds>(m_end.remainingTimeAsDuration());
        warn(static_cast<int>(std::max<std::chrono::seconds::rep>(left.count(), 0)));
    });
    QObject::connect(&m_end, &QTimer::timeout, &m_end, [this] { timeOut(); });
}

void IdleWatch::watch(Session::State state)
{
    m_patience = patienceOf(state, m_parts);
    restart();
}

void IdleWatch::restart()
{
    m_warning.stop();
    m_end.stop();
    if (m_patience.count() <= 0) {
        return;
    }
    m_end.start(m_patience);
    m_warning.start(std::max(m_patience - m_parts.policy.idleWarning, std::chrono::milliseconds(0)));
}

} // namespace chinhchu::app
