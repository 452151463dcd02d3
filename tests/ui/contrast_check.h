#pragma once

#include <QQuickWindow>
#include <QStringList>

namespace chinhchu::scripted {

/// Words and signs that stand out too little from what lies behind them, by the contrast ratio of WCAG 2.2: text needs
/// @p text to one (1.4.3 asks for 4.5, 1.4.6 for 7), a drawn sign 3 (1.4.11). What cannot be used now is exempt there;
/// the way on that is not open yet is not exempt here, because people ask themselves what comes. Empty when all is
/// well.
QStringList contrastFaults(QQuickWindow& window, double text);

/// Gives each control the focus in turn, as a keyboard does, and says where its mark is not seen: less than 3 to one
/// (2.4.13, 1.4.11), or under something else.
QStringList focusFaults(QQuickWindow& window);

} // namespace chinhchu::scripted
