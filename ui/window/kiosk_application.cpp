#include "ui/window/kiosk_application.h"

#include <QThread>

namespace chinhchu::ui {

bool KioskApplication::notify(QObject* receiver, QEvent* event)
{
    // Events of other threads come through here too.
    if (QThread::currentThread() != thread())
        return QGuiApplication::notify(receiver, event);
    m_watch.begin();
    const bool handled = QGuiApplication::notify(receiver, event);
    m_watch.end();
    return handled;
}

} // namespace chinhchu::ui
