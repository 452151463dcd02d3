#pragma once

#include "tests/ui/random/impatient_kiosk.h"
#include "ui/walk/hand.h"

namespace random_hand {

/// Somebody who does what the page asks for, whatever was done before, with the real controls.
class RightHand
{
public:
    explicit RightHand(ImpatientKiosk& kiosk);

    /// The next thing that is right; empty where there is only to wait.
    QString goOn();

private:
    QString use(const QString& control);
    QString typeNumber();
    QString typeCard();
    QString answerNumbers();
    QString typePassword();
    QString tickAnd(const QString& control);
    /// One digit more, or one taken back where @p shown does not begin @p wanted.
    QString typeTowards(const QString& shown, const QString& wanted);

    ImpatientKiosk& m_kiosk;
    chinhchu::ui::Hand m_hand;
    QString m_password;
};

} // namespace random_hand
