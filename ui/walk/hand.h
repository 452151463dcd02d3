#pragma once

#include "ui/walk/walk_plan.h"

#include <QPolygonF>
#include <QQuickItem>
#include <QQuickWindow>

namespace chinhchu::ui {

/// The hand of somebody who uses the window: a finger, or the keyboard alone. Knows controls by their object name.
class Hand
{
public:
    Hand(QQuickWindow& window, WalkPlan::Input input);

    /// Uses the control. False if it is not on the page, not visible or not enabled now.
    bool use(const QString& name);
    void type(QChar digit);
    /// A line with the finger, in parts of the width and height of the item. False if it is not there.
    bool draw(const QString& name, const QPolygonF& line);

    /// The visible item of that name in the window; null if there is none.
    [[nodiscard]] QQuickItem* find(const QString& name) const;

private:
    void touch(const QQuickItem& item);
    void send(QEvent::Type type, const QPointF& at);
    bool reachByTab(const QQuickItem& item);
    void key(int key, const QString& text = {});

    QQuickWindow& m_window;
    WalkPlan::Input m_input;
};

} // namespace chinhchu::ui
