#include "tests/ui/accessibility_check.h"

#include <QAccessible>
#include <QQuickItem>
#include <QSet>

namespace chinhchu::scripted {

namespace {

const QSet<QAccessible::Role> controlRoles = {QAccessible::Button, QAccessible::RadioButton, QAccessible::CheckBox};
/// What else says nothing without a name.
const QSet<QAccessible::Role> namedRoles = {QAccessible::Graphic, QAccessible::ProgressBar, QAccessible::List,
                                            QAccessible::Dialog, QAccessible::Pane};

void controlsIn(QQuickItem* item, QSet<QObject*>& controls)
{
    if (!item->isVisible() || !item->isEnabled())
        return;
    if (item->property("focusable").toBool() || item->activeFocusOnTab())
        controls.insert(item);
    for (QQuickItem* child : item->childItems())
        controlsIn(child, controls);
}

struct Tree
{
    QSet<QObject*> seen;
    QStringList faults;
    int headings = 0;

    void take(QAccessibleInterface* node)
    {
        if (!node || node->state().invisible)
            return;
        seen.insert(node->object());
        const QAccessible::Role role = node->role();
        const QString name = node->text(QAccessible::Name);
        headings += role == QAccessible::Heading && !name.isEmpty();
        if ((controlRoles.contains(role) || namedRoles.contains(role) ||
             (node->state().focusable && role != QAccessible::StaticText)) &&
            name.trimmed().isEmpty())
            faults << QStringLiteral("no name: %1 %2 %3")
                          .arg(QString::fromLatin1(node->object()->metaObject()->className()),
                               node->object()->objectName())
                          .arg(role);
        for (int i = 0; i < node->childCount(); ++i)
            take(node->child(i));
    }
};

} // namespace

QStringList accessibilityFaults(QQuickWindow& window)
{
    Tree tree;
    tree.take(QAccessible::queryAccessibleInterface(&window));
    QSet<QObject*> controls;
    controlsIn(window.contentItem(), controls);
    for (QObject* control : controls) {
        QAccessibleInterface* node = QAccessible::queryAccessibleInterface(control);
        const QString named = control->property("name").toString() + u' ' + control->objectName();
        if (!node || !tree.seen.contains(control))
            tree.faults << QStringLiteral("not in the tree: ") + named;
        else if (!controlRoles.contains(node->role()) && node->role() != QAccessible::List)
            tree.faults << QStringLiteral("not the role of a control: ") + named;
    }
    if (controls.isEmpty())
        tree.faults << QStringLiteral("no control at all");
    if (tree.headings == 0)
        tree.faults << QStringLiteral("no heading");
    return tree.faults;
}

} // namespace chinhchu::scripted
