#include "app/session/session_policy.h"

namespace chinhchu::app {

SessionPolicy sessionPolicy(const CarrierPolicy& carrier, bool production)
{
    SessionPolicy policy;
    policy.tries = carrier.tries;
    policy.faceFrames = carrier.pictures;
    policy.idlePatience = carrier.idlePatience;
    policy.guardianBelow = carrier.guardianBelow;
    policy.citizenSignature = carrier.citizenSignature;
    policy.documentPictures = carrier.documentPictures;
    policy.legibility = carrier.legibility;
    if (carrier.signatureOffer) {
        policy.signatureFrom = carrier.signatureFrom;
    }
    policy.numbersAtAuthorisedPoints = carrier.numbersAtAuthorisedPoints;
    policy.stages = carrier.stages;
    policy.oneTimePassword = carrier.oneTimePassword;
    policy.verdict = carrier.verdict;
    policy.loosestThreshold = carrier.loosestThreshold;
    policy.models = carrier.models;
    policy.consent = carrier.consent;
    policy.brand = carrier.brand;
    // A demonstration runs where no camera can ask for movements; its evidence is worth nothing anyway.
    policy.acceptWithoutLiveness = carrier.acceptWithoutLiveness || !production;
    return policy;
}

} // namespace chinhchu::app
