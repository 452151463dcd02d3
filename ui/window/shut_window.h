#pragma once

#include <QEvent>
#include <QObject>

namespace chinhchu::ui {

/// Lets no input through to a window: its person has gone.
class ShutWindow : public QObject
{
    Q_OBJECT

public:
    explicit ShutWindow(QObject& window)
        : QObject(&window)
    {
        window.installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::KeyRelease:
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::TouchBegin:
        case QEvent::TouchUpdate:
        case QEvent::TouchEnd:
            return true;
        default:
            return QObject::eventFilter(watched, event);
        }
    }
};

} // namespace chinhchu::ui
