#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace chinhchu::sandbox {

/// What this carrier accepts, and the document that tells kiosks so (demo-policy.json).
struct Policy
{
    /// As it is signed and handed out.
    QJsonObject document;

    int nonceValidSeconds = 15 * 60;
    /// Of nonces fetched beforehand for work without network.
    int batchValidSeconds = 30 * 24 * 3600;
    /// How far a kiosk's clock may run ahead of the carrier's.
    int clockToleranceSeconds = 15 * 60;
    /// No kiosk may choose a looser threshold than this.
    double loosestThreshold = 0.6;
    /// The same for each way of comparing, because a distance means something only for the one it was measured with. Empty:
    /// any way; otherwise no other is accepted.
    QMap<QString, double> recipes;
    /// SHA-256 of the models that may judge faces; empty: any.
    QStringList models;
    /// Evidence without a nonce of the carrier: a person decides (true) or it is refused (false).
    bool acceptDeviceOnly = true;
    /// A chip whose security object knows no DG15 cannot prove that it is no copy: a person decides (true) or refused
    /// (false).
    bool acceptChipWithoutProof = true;
    /// Below this age a parent takes part.
    int guardianBelow = 15;
    /// Prepaid numbers of one person, where the point of service is not the carrier's own.
    int numbersAtAuthorisedPoints = 3;
    /// Evidence whose kiosk did not look whether the person is alive: accepted (true) or refused (false).
    bool acceptWithoutLiveness = true;

    /// Kiosks ask for a one-time password to each number that a citizen comes for; a binding without any is left to a
    /// person.
    bool oneTimePassword = false;
    /// Kiosks let citizens sign on the screen; a binding without a signature is left to a person.
    bool citizenSignature = false;
    /// Kiosks take pictures of the card; a binding without them is left to a person, and one with a card that is small or
    /// blurred is refused.
    bool documentPictures = false;
    double leastDocumentWidth = 600;
    double largestDocumentBlur = 0.5;

    /// Throws JsonError.
    static Policy read(const QByteArray& json);
};

} // namespace chinhchu::sandbox
