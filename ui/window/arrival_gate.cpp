#include "ui/window/arrival_gate.h"

#include <QGuiApplication>
#include <QStyleHints>
#include <QTouchEvent>

namespace chinhchu::ui {

namespace {

/// As many as the shortest that anybody scans here: the last six digits of a card. Nobody types them, and Enter, in less
/// than a double click takes.
constexpr int shortestScan = 6;

bool endsALine(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

bool answers(const QKeyEvent& event)
{
    return endsALine(event) || event.key() == Qt::Key_Space;
}

bool isCharacter(const QKeyEvent& event)
{
    return !event.isAutoRepeat() && !event.text().isEmpty() && event.text().front().isPrint();
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

void ArrivalGate::arrived()
{
    m_since.start();
    m_lineTorn = m_typed > 0;
    m_typed = 0;
}

bool ArrivalGate::endsAScan() const
{
    return m_typed >= shortestScan && !m_lineTorn && m_takesCharacters();
}

bool ArrivalGate::keeps(const QKeyEvent& key) const
{
    return (key.isAutoRepeat() && !mayRepeat(key)) || (answers(key) && isEarly() && !endsAScan());
}

/// What the line is that the next Enter would end.
void ArrivalGate::follow(const QKeyEvent& key)
{
    if (endsALine(key)) {
        m_typed = 0;
        m_lineTorn = false;
    } else if (isCharacter(key)) {
        ++m_typed;
    }
}

bool ArrivalGate::eventFilter(QObject* watched, QEvent* event)
{
    bool kept = false;
    switch (event->spontaneous() ? event->type() : QEvent::None) {
    case QEvent::KeyPress: {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        kept = keeps(key);
        follow(key);
        break;
    }
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::TouchBegin:
        kept = isEarly();
        m_typed = 0; // whoever goes on by touch ends no line
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
