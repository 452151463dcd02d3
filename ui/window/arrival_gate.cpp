#include "ui/window/arrival_gate.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QStyleHints>
#include <QTouchEvent>

namespace chinhchu::ui {

namespace {

bool answers(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter || event.key() == Qt::Key_Space;
}

/// Keys that are held on purpose: to take back, and to look for a control.
bool mayRepeat(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab;
}

} // namespace

ArrivalGate::ArrivalGate(QObject& window, QObject* parent)
    : QObject(parent)
{
    window.installEventFilter(this);
}

bool ArrivalGate::isEarly() const
{
    return m_since.isValid() && !m_since.hasExpired(QGuiApplication::styleHints()->mouseDoubleClickInterval());
}

bool ArrivalGate::eventFilter(QObject* watched, QEvent* event)
{
    bool kept = false;
    switch (event->spontaneous() ? event->type() : QEvent::None) {
    case QEvent::KeyPress: {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        kept = (key.isAutoRepeat() && !mayRepeat(key)) || (answers(key) && isEarly());
        break;
    }
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::TouchBegin:
        kept = isEarly();
        break;
    case QEvent::TouchUpdate: // another finger
        kept = static_cast<const QTouchEvent&>(*event).touchPointStates().testFlag(QEventPoint::Pressed) && isEarly();
        break;
    default:
        break;
    }
    if (!kept)
        return QObject::eventFilter(watched, event);
    // A touch that nobody took would come again as a mouse.
    event->accept();
    return true;
}

} // namespace chinhchu::ui
