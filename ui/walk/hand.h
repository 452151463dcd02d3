#pragma once

#include "ui/walk/walk_plan.h"

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

    /// The visible item of that name in the window; null if there is none.
    [[nodiscard]] QQuickItem* find(const QString& name) const;

private:
    void touch(const QQuickItem& item);
    bool reachByTab(const QQuickItem& item);
    void key(int key, const QString& text = {});

    QQuickWindow& m_window;
    WalkPlan::Input m_input;
};

} // namespace chinhchu::ui
