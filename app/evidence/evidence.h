#pragma once

#include "app/carrier/carrier_client.h"
#include "app/carrier/carrier_time.h"
#include "app/settings/enrolment.h"
#include "biometrics/face_engine.h"
#include "nfc/chip_reader.h"

#include <QDateTime>
#include <QString>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace chinhchu::app {

/// Whether the telephone of a number was there: its one-time password was entered; the carrier could not send one, so
/// that it asks later itself; or policy does not ask.
enum class Possession
{
    NotAsked,
    Verified,
    Deferred
};

/// Everything one session found out, before it is signed. FORMAT.md says which of it is kept.
struct Evidence
{
    QString bindingId;
    QString sessionId;
    QString mode;
    QString staff;

    struct Consent
    {
        QString text;
        QString language;
        QDateTime givenAt;
    } consent;

    struct Number
    {
        QString msisdn;
        bool mine = true;
        Possession possession = Possession::NotAsked;
        QString challengeId; ///< of the carrier's password, when verified
    };
    std::vector<Number> numbers;

    nfc::ChipIdentity chip;

    /// The carrier's nonce; none when the device was alone.
    std::optional<VerificationSession> freshness;
    /// When the carrier was last heard; none when it never was.
    std::optional<CarrierTime> carrierTime;

    struct Frame
    {
        Bytes jpeg;
        QDateTime capturedAt;
    };
    std::vector<Frame> frames;
    biometrics::MatchResult match;

    struct Liveness
    {
        std::string result = "not-performed"; ///< "not-performed", "live" or "not-live"
        std::map<std::string, double> scores;
    } liveness;
};

/// First 8 bytes of SHA-256(nonce ‖ device id ‖ session id ‖ EF.SOD).
Bytes activeAuthenticationChallenge(ByteView nonce, const QString& deviceId, const QString& sessionId, ByteView sod);

/// Signs the payload with the device key and seals it to the carrier: the only form in which it is ever stored.
Result<QByteArray> sealEvidence(const Evidence& evidence, const Enrolment& enrolment);

} // namespace chinhchu::app
