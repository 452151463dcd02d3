#pragma once

#include "ui/window/gui_watch.h"

#include <QJsonObject>
#include <QQuickWindow>

namespace chinhchu::ui {

/// What a run of this program costs: time to the first picture, delays of the GUI thread, memory, processor time.
class RunFigures
{
public:
    RunFigures(const GuiWatch& watch, QQuickWindow& window);

    /// `greetingMs` from the start of the program to its first picture; `longestDelays` (`ms`, `workingMs`,
    /// `during`), `delays` and `delaysWorking` over
    /// `barMs` among `events`; `peakMemoryKiB`; `cpuMs` of all threads.
    [[nodiscard]] QJsonObject json() const;
    /// For a keeper: processes that are started now count their time from the start of this one, or (not @p first) from
    /// their own.
    static void tellStart(bool first);

    /// False if the file cannot be written.
    [[nodiscard]] bool write(const QString& file) const;

private:
    const GuiWatch& m_watch;
    double m_greeting = -1;
};

} // namespace chinhchu::ui
