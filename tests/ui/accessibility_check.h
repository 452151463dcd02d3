#pragma once

#include <QQuickWindow>
#include <QStringList>

namespace chinhchu::scripted {

/// What an assistive technology would stumble over: a control that is not in the accessibility tree, has no name, or a
/// role that is none; a page without a heading. Empty when all is well.
QStringList accessibilityFaults(QQuickWindow& window);

} // namespace chinhchu::scripted
