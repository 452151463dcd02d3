#pragma once

#include "tests/ui/random/impatient_kiosk.h"

#include <QStringList>

namespace random_hand {

/// What must hold whatever anybody did; what does not, in words.
class KioskInvariants
{
public:
    explicit KioskInvariants(ImpatientKiosk& kiosk);

    /// After every step.
    QStringList faults();
    /// Where there is time: nothing overlaps, everything is named.
    QStringList lookFaults();

    /// Of everything that Qt warned of since the last call.
    static QStringList takeWarnings();

private:
    void checkPage(QStringList& faults);
    void checkFocus(QStringList& faults);
    void checkWays(QStringList& faults);
    void checkGreeting(QStringList& faults);

    ImpatientKiosk& m_kiosk;
    int m_searchedAt = -1; ///< the change of state after which the greeting was last searched
};

} // namespace random_hand
