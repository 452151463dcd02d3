#pragma once

#include "app/session/session.h"

#include <QTimer>

namespace chinhchu::app {

/// Notices that nobody is there any more: first a warning, then the end of the session.
class IdleWatch
{
public:
    /// @p parts outlive this; their mode says whether anybody is waited for at all.
    explicit IdleWatch(const SessionParts& parts);

    std::function<void(int seconds)> warn;
    std::function<void()> timeOut;

    /// A state was entered: the time begins anew, with the patience that this state has.
    void watch(Session::State state);
    /// The person did something that leaves the state as it is.
    void restart();

private:
    const SessionParts& m_parts;
    std::chrono::milliseconds m_patience{0};
    QTimer m_warning;
    QTimer m_end;
};

} // namespace chinhchu::app
