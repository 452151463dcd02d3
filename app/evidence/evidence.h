#pragma once

#include "app/carrier/carrier_client.h"
#include "app/carrier/carrier_time.h"
#include "app/settings/enrolment.h"
#include "biometrics/documents/document_legibility.h"
#include "biometrics/face_engine.h"
#include "nfc/chip_reader.h"

#include <QDateTime>
#include <QString>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace chinhchu::app {

/// That a person was there with a genuine card: what the chip said, to which nonce, and the face before the camera.
struct PersonProof
{
    nfc::ChipIdentity chip;

    /// The carrier's nonce; none when the device was alone.
    std::optional<VerificationSession> freshness;

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

/// Whether the telephone of a number was there: its one-time password was entered; the carrier could not send one, so
/// that it asks later itself; or policy does not ask.
enum class Possession
{
    NotAsked,
    Verified,
    Deferred
};

/// Everything one session found out, before it is signed. FORMAT.md says which of it is kept.
struct Evidence : PersonProof
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
        QString challengeId = {}; ///< of the carrier's password, when verified
        bool organisation = false; ///< held by an organisation; the person was given the SIM
    };
    std::vector<Number> numbers;

    /// What the citizen said to the offer of a public digital signature; none when nobody asked.
    struct SignatureWish
    {
        bool wanted = false;
        Consent consent; ///< its own; empty when not wanted
    };
    std::optional<SignatureWish> signatureWish;

    /// The citizen's own signature: drawn on the screen; without strokes it was confirmed by name, by somebody who
    /// cannot draw there.
    struct Signature
    {
        static constexpr int Scale = 10000;
        static constexpr int LongestMs = 10 * 60 * 1000;
        static constexpr std::size_t MostStrokes = 64;
        static constexpr std::size_t MostPoints = 4000;
        static constexpr std::size_t LargestPicture = 64 * 1024;

        struct Point
        {
            int x = 0, y = 0; ///< parts of the field's width and height, 0 to Scale
            int ms = 0;       ///< since the first touch
        };
        using Stroke = std::vector<Point, WipingAllocator<Point>>;
        std::vector<Stroke> strokes;
        Bytes picture; ///< PNG
        QDateTime signedAt;

        [[nodiscard]] bool isDrawn() const { return !strokes.empty(); }
    };
    std::optional<Signature> signature; ///< none when policy does not ask

    /// One side of the card as the citizen laid it before the camera: the card and a small margin.
    struct DocumentPicture
    {
        static constexpr std::size_t LargestJpeg = 1024 * 1024;

        Bytes jpeg;
        int width = 0; ///< of the picture
        int height = 0;
        QByteArray sha256; ///< of `jpeg`, hexadecimal
        QDateTime capturedAt;
        /// How well the card in it can be read, measured in this JPEG: the carrier measures the same.
        biometrics::DocumentLegibility legibility;
    };
    /// The front, then the back; empty when policy does not ask.
    std::vector<DocumentPicture> documentPictures;

    /// When the carrier was last heard; none when it never was.
    std::optional<CarrierTime> carrierTime;

    /// The parent who agreed for a child, with a card and a face of their own.
    struct Guardian : PersonProof
    {
        Consent consent;
    };
    std::optional<Guardian> guardian;
};

/// First 8 bytes of SHA-256(nonce ‖ device id ‖ session id ‖ EF.SOD).
Bytes activeAuthenticationChallenge(ByteView nonce, const QString& deviceId, const QString& sessionId, ByteView sod);

/// Signs the payload with the device key and seals it to the carrier: the only form in which it is ever stored.
Result<QByteArray> sealEvidence(const Evidence& evidence, const Enrolment& enrolment);

} // namespace chinhchu::app
