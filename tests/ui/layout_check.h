#pragma once

#include <QQuickWindow>
#include <QStringList>

namespace chinhchu::scripted {

/// What is wrong with the page as it stands: a text that is cut off or elided, an item that leaves the window, texts or
/// controls that overlap, a control too small for a finger or without a name, a row half in sight, a short word alone in the last
/// line. Empty when all is well.
QStringList layoutFaults(QQuickWindow& window);

} // namespace chinhchu::scripted
