#pragma once

#include <QElapsedTimer>
#include <QObject>

namespace chinhchu::ui {

/// Keeps from a page what was meant for the one before it: the second of two quick taps, a finger that came down just
/// as the page changed by itself, Enter that is not let go of. Nobody reads a new page in less than a double click
/// takes.
///
/// Only input from the window system is kept out; what the program sends to itself (a walk) is meant.
class ArrivalGate : public QObject
{
    Q_OBJECT

public:
    explicit ArrivalGate(QObject& window, QObject* parent = nullptr);

    /// Something else is before the person now than a moment ago.
    void arrived() { m_since.start(); }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool isEarly() const;

    QElapsedTimer m_since;
};

} // namespace chinhchu::ui
