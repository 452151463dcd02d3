#pragma once

#include "app/session/session.h"

#include <QStringList>

namespace by_chance {

/// What a test did to one session, as far as it must be found again in what the session seals.
struct Deeds
{
    QString mode;
    QString staff; ///< who served when the session began
    QString consent;
    QString guardianConsent;
    bool child = false;
    /// The last answer to each number: "mine", "not mine" or "left".
    QMap<QString, QString> answers;
    bool networkWasDown = false; ///< at some moment
    std::optional<bool> drew;    ///< the signature; else it was confirmed by name
    std::optional<bool> wantsSignature;
};

/// What is wrong with sealed evidence, as the carrier opens it: a check that is missing, or an answer that nobody gave.
QStringList sealedFaults(const chinhchu::app::Evidence& sealed, const Deeds& deeds,
                         const chinhchu::app::SessionPolicy& policy);

} // namespace by_chance
