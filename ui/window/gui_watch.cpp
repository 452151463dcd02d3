#include "ui/window/gui_watch.h"

#include <algorithm>

namespace chinhchu::ui {

void GuiWatch::begin()
{
    if (m_depth++ > 0)
        return;
    m_atBegin = m_during;
    m_since.start();
}

void GuiWatch::end()
{
    if (--m_depth > 0)
        return;
    ++m_events;
    constexpr double nanoseconds = 1e6;
    note(static_cast<double>(m_since.nsecsElapsed()) / nanoseconds);
}

void GuiWatch::note(double milliseconds)
{
    if (milliseconds <= bar)
        return;
    ++m_overBar;
    // A page that is made during an event is the one to name: it is what took the time.
    const QString what = m_atBegin == m_during ? m_during : m_atBegin + u'>' + m_during;
    const auto known = std::ranges::find(m_longest, what, &Delay::during);
    if (known == m_longest.end())
        m_longest.push_back({milliseconds, what});
    else
        known->milliseconds = std::max(known->milliseconds, milliseconds);
    std::ranges::sort(m_longest, std::greater{}, &Delay::milliseconds);
    constexpr std::size_t most = 10;
    if (m_longest.size() > most)
        m_longest.resize(most);
}

} // namespace chinhchu::ui
