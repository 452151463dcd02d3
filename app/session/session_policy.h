#pragma once

#include "app/settings/carrier_policy.h"
#include "biometrics/liveness/challenge_plan.h"

#include <chrono>
#include <optional>

namespace chinhchu::app {

/// What a carrier may decide about a session. These are the defaults for a device that has no signed policy yet.
struct SessionPolicy
{
    /// How long a card is waited for.
    std::chrono::milliseconds cardPatience = std::chrono::seconds(60);
    /// How long the read waits for the carrier's nonce before it goes on without.
    std::chrono::milliseconds noncePatience = std::chrono::seconds(6);
    /// What is asked of the person in front of the camera; the gentle challenge needs a member of staff who watches.
    biometrics::ChallengeStyle challenge = biometrics::ChallengeStyle::Full;
    /// How long the person may stand still in one try of the face; every movement that is done begins it anew. Elderly
    /// people come first: no hurry.
    std::chrono::milliseconds facePatience = std::chrono::seconds(30);
    /// Pictures of the face that go into the comparison and into the evidence.
    int faceFrames = 3;
    /// Between two of them: neighbouring frames are alike and prove little more than one.
    std::chrono::milliseconds faceSpacing = std::chrono::milliseconds(150);
    /// How long a session waits for a carrier that has received the binding and still checks it, and how often it asks.
    std::chrono::milliseconds decisionPatience = std::chrono::seconds(10);
    std::chrono::milliseconds decisionPause = std::chrono::milliseconds(500);
    /// Tries of the same thing before a member of staff takes over.
    int tries = 3;
    /// How long a page waits for the person before the session ends by itself and everything is wiped; the receipt and
    /// a problem stay shorter. Zero: for ever, as in assisted mode whatever stands here (mode_rules.h).
    std::chrono::milliseconds idlePatience = std::chrono::minutes(3);
    std::chrono::milliseconds closingPatience = std::chrono::minutes(1);
    /// How long before that the person is asked whether they are still there.
    std::chrono::milliseconds idleWarning = std::chrono::seconds(30);
    /// Below this age a parent has to be there (Circular 08/2026: written parental consent from 6 to under 15; under 6
    /// a parent registers); such a session is handed over to the counter.
    int guardianBelow = 15;
    /// Prepaid numbers that one person may hold at most unless the point of service is the carrier's own
    /// (number_limit.h).
    int numbersAtAuthorisedPoints = 3;
    /// When numbers are locked that nobody confirms (lock_deadlines.h).
    LockStages stages;
    /// Each number that the citizen came for is proven by a one-time password.
    bool oneTimePassword = false;
    /// The citizen signs with their own hand.
    bool citizenSignature = false;
    /// The citizen lays both sides of the card before the camera, and what makes such a picture legible.
    bool documentPictures = false;
    biometrics::DocumentPolicy legibility;
    /// How long one side is waited for in one try.
    std::chrono::milliseconds documentPatience = std::chrono::seconds(45);
    /// From this age the citizen is asked whether they want a digital signature; none: nobody is.
    std::optional<int> signatureFrom;
    /// Which verdicts on a chip let a session go on; nfc::decide() applies it.
    nfc::VerdictPolicy verdict;
    /// How long the carrier is waited for when it is asked about a document signer.
    std::chrono::milliseconds signerPatience = std::chrono::seconds(6);
    /// No match above this distance, whatever the manifest of the models says; 0: the manifest's threshold.
    double loosestThreshold = 0;
    /// SHA-256 of the models that may judge; empty: any that the manifest names.
    QStringList models;
    /// What the citizen agrees to, by language; absent: the text built in.
    QMap<QString, ConsentSections> consent;
    /// Whose kiosk it is.
    Brand brand;
    /// A kiosk that cannot ask for movements (a model is missing, the camera is a still picture) may take pictures all
    /// the same; the evidence says `not-performed`. Built in for demonstrations only.
    bool acceptWithoutLiveness = false;
};

/// What the carrier's policy makes of a session on this device.
SessionPolicy sessionPolicy(const CarrierPolicy& carrier, bool production);

} // namespace chinhchu::app
