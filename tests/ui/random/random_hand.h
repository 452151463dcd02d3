#pragma once

#include "tests/ui/random/right_hand.h"

namespace random_hand {

/// Somebody who does anything at all: taps twice, taps beside, leans on the glass, holds keys, takes the card away,
/// pulls the network, and now and then does what is right.
class RandomHand
{
public:
    RandomHand(ImpatientKiosk& kiosk, Random& random);

    /// One thing; says what.
    QString step();

    /// What must never come of the last step; in words.
    [[nodiscard]] const QString& complaint() const { return m_complaint; }

private:
    QString rightly();
    QString tapControl();
    QString tapAnywhere();
    QString tapTwice();
    QString drag();
    QString typeKey();
    QString holdKey();
    QString lean();
    QString beStaff();
    QString moveCard();
    QString moveNetwork();
    QString beAway();
    QString wait();
    QString sign();

    QList<QQuickItem*> controls();
    QQuickItem* someControl();
    QPointF somewhere();
    void send(QEvent::Type type, const QPointF& at);
    void tap(const QPointF& at);
    /// As a window system delivers it.
    void tapFromOutside(const QPointF& at);
    void key(int key, const QString& text);
    void repeatFromOutside(int key, const QString& text);

    ImpatientKiosk& m_kiosk;
    Random& m_random;
    RightHand m_right;
    QString m_complaint;
};

} // namespace random_hand
