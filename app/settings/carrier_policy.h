#pragma once

#include "app/settings/brand.h"
#include "biometrics/documents/document_legibility.h"
#include "nfc/authenticity/verdict_policy.h"
#include "resources/base/failure.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>

namespace chinhchu::app {

/// One of the four tiles of the consent page: which data, what for, who receives it, your rights.
struct ConsentSection
{
    QString title;
    QString body;
};
using ConsentSections = QList<ConsentSection>;

/// What becomes of numbers that are not authenticated; shown, never enforced here.
struct LockStages
{
    QDate oneWayLock;            ///< outgoing calls end; invalid: not known
    int twoWayLockAfterDays = 0; ///< and so many days later incoming ones too; 0: not known
    int endAfterDays = 0;        ///< and so many days later the contract; 0: not known

    /// A number whose SIM moved to another phone has stages of its own, counted from that hour.
    struct DeviceChange
    {
        int oneWayLockAfterHours = 0; ///< 0: at once
        int twoWayLockAfterDays = 0;  ///< 0: not known
        int endAfterDays = 0;         ///< 0: not known
    };
    DeviceChange deviceChange;
};

/// What the carrier decides about its kiosks (schema Policy of resources/carrier-api.yaml). A member that is absent
/// keeps the value built in here, which is the safe one. What the law fixes cannot be loosened: such values are bounded
/// where they are read.
struct CarrierPolicy
{
    std::uint32_t version = 0; ///< 0: the policy built in
    QDateTime issuedAt;

    /// Tries of the same thing before a member of staff takes over, 1 to 5.
    int tries = 3;
    /// Pictures of the face in one comparison, 1 to 5.
    int pictures = 3;
    /// How long a page waits in self-service, 60 to 600 s.
    std::chrono::seconds idlePatience = std::chrono::minutes(3);
    /// Below this age a parent has to be there, 15 to 18 (Circular 08/2026: from 6 to under 15).
    int guardianBelow = 15;
    /// Prepaid numbers that one person may hold at most where the point of service is not the carrier's own, 1 to 3
    /// (Circular 08/2026: the fourth and up only at a point that the carrier set up itself).
    int numbersAtAuthorisedPoints = 3;
    /// From this age the citizen may ask for a digital signature, 14 or more.
    int signatureFrom = 14;
    /// Each number that the citizen came for is proven by a one-time password.
    bool oneTimePassword = false;
    /// The citizen signs with their own hand.
    bool citizenSignature = false;
    /// The citizen lays both sides of the card before the camera.
    bool documentPictures = false;
    /// What makes such a picture legible. Only stricter than the built-in bounds, or a little looser.
    biometrics::DocumentPolicy legibility;
    /// The citizen who is old enough is asked whether they want one.
    bool signatureOffer = false;
    nfc::VerdictPolicy verdict;

    /// No threshold looser than this; 0: the one of the models' manifest.
    double loosestThreshold = 0;
    /// SHA-256 of the models that may judge faces; empty: any that the manifest names.
    QStringList models;
    bool acceptWithoutLiveness = false;

    LockStages stages;

    /// What the citizen agrees to, by language ("vi", "en"); absent: the built-in text.
    QMap<QString, ConsentSections> consent;

    /// Whose kiosk it is. Colours that cannot be read are the one thing wrong that does not spoil a policy: see
    /// Brand::checkColours().
    Brand brand;

    /// POLICY_INVALID names the member that is missing, of the wrong kind or out of bounds.
    static Result<CarrierPolicy> read(const QByteArray& json);
};

} // namespace chinhchu::app
