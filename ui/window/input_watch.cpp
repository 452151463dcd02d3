#include "ui/window/input_watch.h"

#include <QEvent>

namespace chinhchu::ui {

InputWatch::InputWatch(QObject& window, QObject* parent)
    : QObject(parent)
{
    window.installEventFilter(this);
}

bool InputWatch::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        emit keyboardInUse(true);
        emit somebodyThere();
        break;
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
        emit keyboardInUse(false);
        emit somebodyThere();
        break;
    case QEvent::KeyRelease:
    case QEvent::MouseButtonRelease:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        emit letGo();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace chinhchu::ui
