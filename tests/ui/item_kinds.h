#pragma once

#include <QQuickItem>

namespace chinhchu::scripted {

/// By the name of its class or of one that it inherits, as far as @p type goes: Qt appends numbers to those of QML.
[[nodiscard]] bool isA(const QQuickItem* item, const char* type);

/// Something to touch (Pressable).
[[nodiscard]] bool isControl(const QQuickItem* item);

/// Of the place of a text, in the window, the part where its letters are.
[[nodiscard]] QRectF inked(const QQuickItem* text);

/// For a message: its words or name, and where it is.
[[nodiscard]] QString named(const QQuickItem* item);

} // namespace chinhchu::scripted
