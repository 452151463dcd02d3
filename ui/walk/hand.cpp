#include "ui/walk/hand.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>

namespace chinhchu::ui {

namespace {

/// More controls than any page has.
constexpr int mostTabs = 60;

QQuickItem* findIn(QQuickItem* item, const QString& name)
{
    if (!item || !item->isVisible())
        return nullptr;
    if (item->objectName() == name)
        return item;
    for (QQuickItem* child : item->childItems())
        if (QQuickItem* found = findIn(child, name))
            return found;
    return nullptr;
}

bool holds(const QQuickItem& outer, const QQuickItem* inner)
{
    for (; inner; inner = inner->parentItem())
        if (inner == &outer)
            return true;
    return false;
}

} // namespace

Hand::Hand(QQuickWindow& window, WalkPlan::Input input)
    : m_window(window)
    , m_input(input)
{
}

QQuickItem* Hand::find(const QString& name) const
{
    return findIn(m_window.contentItem(), name);
}

bool Hand::use(const QString& name)
{
    QQuickItem* item = find(name);
    if (!item || !item->isEnabled())
        return false;
    if (m_input == WalkPlan::Input::Touch) {
        touch(*item);
        return true;
    }
    if (!reachByTab(*item))
        return false;
    key(Qt::Key_Space, QStringLiteral(" "));
    return true;
}

void Hand::type(QChar digit)
{
    if (m_input == WalkPlan::Input::Keyboard)
        key(Qt::Key_0 + digit.digitValue(), digit);
    else
        use(QStringLiteral("key-") + digit);
}

bool Hand::draw(const QString& name, const QPolygonF& line)
{
    const QQuickItem* item = find(name);
    if (!item || line.isEmpty())
        return false;
    const auto place = [item](const QPointF& part) {
        return item->mapToScene({part.x() * item->width(), part.y() * item->height()});
    };
    send(QEvent::MouseButtonPress, place(line.front()));
    for (const QPointF& part : line)
        send(QEvent::MouseMove, place(part));
    send(QEvent::MouseButtonRelease, place(line.back()));
    return true;
}

void Hand::touch(const QQuickItem& item)
{
    const QPointF at = item.mapToScene(item.boundingRect().center());
    send(QEvent::MouseButtonPress, at);
    send(QEvent::MouseButtonRelease, at);
}

void Hand::send(QEvent::Type type, const QPointF& at)
{
    const Qt::MouseButton changed = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, m_window.mapToGlobal(at), changed, held, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_window, &event);
}

bool Hand::reachByTab(const QQuickItem& item)
{
    for (int i = 0; i < mostTabs; ++i) {
        if (holds(item, m_window.activeFocusItem()))
            return true;
        key(Qt::Key_Tab);
    }
    return false;
}

void Hand::key(int key, const QString& text)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(&m_window, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QCoreApplication::sendEvent(&m_window, &up);
}

} // namespace chinhchu::ui
