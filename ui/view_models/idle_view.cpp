#include "ui/view_models/idle_view.h"

namespace chinhchu::ui {

IdleView::IdleView(QObject* parent)
    : QObject(parent)
{
    using namespace std::chrono_literals;
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_seconds = std::max(0, m_seconds - 1);
        emit changed();
    });
}

QString IdleView::sentence() const
{
    return tr("Otherwise everything is erased in %n second(s).", nullptr, m_seconds);
}

QString IdleView::spoken() const
{
    return tr("Are you still there?") + u' ' +
           tr("Otherwise everything is erased in %n second(s).", nullptr, m_total);
}

void IdleView::ask(int seconds)
{
    const bool already = asking();
    m_total = seconds;
    m_seconds = seconds;
    m_tick.start();
    emit changed();
    if (!already && asking())
        emit asked();
}

void IdleView::stop()
{
    if (!asking())
        return;
    m_tick.stop();
    m_total = 0;
    emit changed();
}

} // namespace chinhchu::ui
