#pragma once

#include <QStringList>

namespace chinhchu::sandbox {

/// What this carrier accepts.
struct Policy
{
    int nonceValidSeconds = 15 * 60;
    /// How far a kiosk's clock may run ahead of the carrier's.
    int clockToleranceSeconds = 15 * 60;
    /// No kiosk may choose a looser threshold than this.
    double loosestThreshold = 0.6;
    /// SHA-256 of the models that may judge faces; empty: any.
    QStringList models;
    /// Evidence without a nonce of the carrier: a person decides (true) or it is refused (false).
    bool acceptDeviceOnly = true;
    /// A chip whose security object knows no DG15 cannot prove that it is no copy: a person decides (true) or refused
    /// (false).
    bool acceptChipWithoutProof = true;
};

} // namespace chinhchu::sandbox
