#pragma once

#include "app/session/session.h"

namespace chinhchu::app {

/// What a mode asks and allows. One row each; what the carrier may decide stands in SessionPolicy.
struct ModeRules
{
    std::string_view name;
    nfc::ServiceMode service;
    /// Led by somebody who signed in with a PIN and may (StaffRight::ServeSession). A demonstration needs nobody.
    bool staffServes;
    /// A child's parent may take part here; elsewhere the session is handed over.
    bool guardianTakesPart;
    /// Pages end by themselves when nobody is there; else whoever serves ends them.
    bool idles;
};

/// The row of "assisted", "mobile" or "self-service"; of the last, which allows least, for any other word.
const ModeRules& modeRules(const QString& mode);

/// Is this a mode at all?
bool isMode(const QString& mode);

/// STAFF_NOT_ALLOWED when the mode needs somebody who may lead the session and nobody such has signed in.
Result<void> mayServe(const SessionParts& parts);

/// What is really asked before the camera: small movements only under the eyes of somebody who has signed in and may
/// watch (StaffRight::WatchChallenge), in any mode; else the whole challenge.
biometrics::ChallengeStyle challengeFor(const SessionParts& parts);

} // namespace chinhchu::app
