#pragma once

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QObject>

#include <functional>

namespace chinhchu::ui {

/// Keeps from a page what was meant for the one before it: the second of two quick taps, a finger that came down just
/// as the page changed by itself, Enter that is not let go of. Nobody reads a new page in less than a double click
/// takes.
///
/// A scanner that types is faster than that: where a page takes what is typed, the Enter that ends its line counts, and
/// so does a space in it, once the page has got more characters than a hand could have typed there by then.
///
/// Only input from the window system is kept out; what the program sends to itself (a walk) is meant.
class ArrivalGate : public QObject
{
    Q_OBJECT

public:
    explicit ArrivalGate(QObject& window, QObject* parent = nullptr);

    /// Something else is before the person now than a moment ago.
    void arrived();
    /// Whether what is before the person now takes characters; until then nothing does.
    void setTakesCharacters(std::function<bool()> takes) { m_takesCharacters = std::move(takes); }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool isEarly() const;
    [[nodiscard]] bool endsAScan() const;
    [[nodiscard]] bool keeps(const QKeyEvent& key) const;
    void follow(const QKeyEvent& key);

    QElapsedTimer m_since;
    std::function<bool()> m_takesCharacters = [] { return false; };
    int m_typed = 0;         ///< characters since the last Enter
    bool m_lineTorn = false; ///< the first of them went to the page before
};

} // namespace chinhchu::ui
