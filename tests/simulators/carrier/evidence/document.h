#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace chinhchu::sandbox {

/// What the document says of one person: the subject, or a child's parent.
struct PersonInEvidence
{
    struct Subject
    {
        QString number, fullName, birthDate, oldNumber;
        QString issueDate; ///< of the card, ISO 8601; DG13 stays on the kiosk, so it is the device's word
    } subject;

    struct Chip
    {
        QByteArray sod, dg1, dg2, dg14, dg15;
        struct ActiveAuthentication
        {
            QByteArray challenge, response;
        };
        std::optional<ActiveAuthentication> activeAuthentication;
        QString passive, active, chip; ///< the kiosk's own verdict
        QStringList reasons;           ///< codes in it
        QString chipAuthentication;
        QString source, reader;
    } chip;

    struct Freshness
    {
        QString kind; ///< online, batch or device-only
        QString nonceId;
        QByteArray nonce;
        QDateTime lastCarrierTime;          ///< invalid: never heard
        std::optional<double> secondsSince; ///< by the kiosk's monotonic clock
    } freshness;

    struct Face
    {
        QString recipe;
        QString modelSha256;
        double distance = 0;
        double threshold = 0;
        bool match = false;
        std::vector<QByteArray> frames;
        std::vector<QDateTime> capturedAt; ///< of each frame
        QString liveness;
    } face;

    QString consentText;
    QDateTime consentGivenAt;
};

/// The signed document, member for member as app/evidence/FORMAT.md describes version 1. What the checks do not use is
/// read, so that its type is checked, and dropped.
struct EvidenceDocument : PersonInEvidence
{
    QString bindingId;
    QString sessionId;
    QDateTime createdAt;
    QString deviceId;
    QString enrolment;     ///< demo or production
    bool ownPoint = false; ///< the kiosk says that the carrier itself runs the point of service
    QString mode;

    struct Number
    {
        QString msisdn;
        bool mine = true;
        QString possession;  ///< not-asked, verified or deferred
        QString challengeId; ///< of the password, when verified
        bool organisation = false;
    };
    std::vector<Number> numbers;

    /// When the citizen agreed to a public digital signature; invalid: not asked, or declined.
    QDateTime signatureWantedAt;
    QString signatureConsent; ///< what they agreed to

    struct Signature
    {
        bool drawn = false;
        QByteArray picture;
        int points = 0;
    };
    std::optional<Signature> signature; ///< none: not asked for

    /// Of the card, the front and the back; empty: not asked for.
    struct DocumentPicture
    {
        QByteArray jpeg;
        QByteArray sha256; ///< hexadecimal
        int width = 0, height = 0;
        double cardWidth = 0, blur = 0; ///< as measured by the device
    };
    std::vector<DocumentPicture> documentPictures;

    /// The parent who agreed for a child.
    std::optional<PersonInEvidence> guardian;
};

/// Throws JsonError, which names the member.
EvidenceDocument readEvidence(const QByteArray& payload);

} // namespace chinhchu::sandbox
