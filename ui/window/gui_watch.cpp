#include "ui/window/gui_watch.h"

#include <algorithm>

namespace chinhchu::ui {

void GuiWatch::begin()
{
    if (m_depth++ > 0)
        return;
    m_atBegin = m_during;
    m_before = m_account.sums();
    m_since.start();
}

void GuiWatch::end()
{
    if (--m_depth > 0)
        return;
    ++m_events;
    constexpr double nanoseconds = 1e6;
    const double lasted = static_cast<double>(m_since.nsecsElapsed()) / nanoseconds;
    if (lasted <= bar)
        return;
    // A page that is made during an event is the one to name: it is what took the time.
    const SchedulerAccount::Sums now = m_account.sums();
    note({lasted, now.working - m_before.working, now.queued - m_before.queued,
          m_atBegin == m_during ? m_during : m_atBegin + u'>' + m_during});
}

void GuiWatch::forgetStart()
{
    m_events = 0;
    m_overBar = 0;
    m_overBarWorking = 0;
    m_longest.clear();
}

void GuiWatch::note(const Delay& delay)
{
    ++m_overBar;
    m_overBarWorking += delay.working > bar ? 1 : 0;
    const auto known = std::ranges::find(m_longest, delay.during, &Delay::during);
    if (known == m_longest.end())
        m_longest.push_back(delay);
    else if (known->milliseconds < delay.milliseconds)
        *known = delay;
    std::ranges::sort(m_longest, std::greater{}, &Delay::milliseconds);
    constexpr std::size_t most = 10;
    if (m_longest.size() > most)
        m_longest.resize(most);
}

} // namespace chinhchu::ui
