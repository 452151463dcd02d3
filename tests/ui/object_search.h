#pragma once

#include "ui/window/kiosk_window.h"

#include <QSet>
#include <QStringList>

namespace chinhchu::scripted {

/// Everything that can be reached from the window: children, items, contexts and what properties point to.
class Search
{
public:
    void from(QObject* object);

    [[nodiscard]] const QStringList& texts() const { return m_texts; }
    [[nodiscard]] const QStringList& pictures() const { return m_pictures; }
    [[nodiscard]] qsizetype objects() const { return m_seen.size(); }

    /// The first text that holds @p needle; spaces of every kind do not count.
    [[nodiscard]] QString holding(const QString& needle) const;

private:
    void take(const QVariant& value);

    QSet<QObject*> m_seen;
    QStringList m_texts;
    QStringList m_pictures;
};

/// What a window, its engine and its view models hold once everything has gone that was let go of.
Search searchAll(ui::KioskWindow& window, ui::Kiosk& kiosk);

} // namespace chinhchu::scripted
