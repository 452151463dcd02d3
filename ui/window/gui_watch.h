#pragma once

#include "ui/window/scheduler_account.h"

#include <QElapsedTimer>
#include <QString>

#include <vector>

namespace chinhchu::ui {

/// How long the GUI thread is away from its event loop: each event with everything that it causes (input, timers,
/// painting, a new page) is one piece of work. One that lasts longer than a picture of the screen is felt.
class GuiWatch
{
public:
    static constexpr double bar = 16; ///< milliseconds: one picture at 60 a second

    /// What took the longest, and while which page showed.
    struct Delay
    {
        double milliseconds = 0;
        double working = 0; ///< of it the thread's own processor time
        double queued = 0;  ///< of it ready to work while others had the processors: the rest it waited for another thread
        QString during;
    };

    /// Around every event; the ones inside another belong to it.
    void begin();
    void end();

    /// The window shows its first picture: until then nobody could be kept waiting by it, and the start is measured by itself.
    void forgetStart();

    /// What is going on now, for the list of delays.
    void setDuring(const QString& what) { m_during = what; }

    [[nodiscard]] qint64 events() const { return m_events; }
    /// The delays over the bar, how many.
    [[nodiscard]] qint64 overBar() const { return m_overBar; }
    /// Those of them in which the thread itself worked for longer than the bar.
    [[nodiscard]] qint64 overBarWorking() const { return m_overBarWorking; }
    /// Longest first, at most ten, the longest for each page.
    [[nodiscard]] const std::vector<Delay>& longest() const { return m_longest; }

private:
    void note(const Delay& delay);

    int m_depth = 0;
    QElapsedTimer m_since;
    SchedulerAccount m_account;
    SchedulerAccount::Sums m_before;
    QString m_during;
    QString m_atBegin;
    qint64 m_events = 0;
    qint64 m_overBar = 0;
    qint64 m_overBarWorking = 0;
    std::vector<Delay> m_longest;
};

} // namespace chinhchu::ui
