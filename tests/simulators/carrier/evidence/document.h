#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace chinhchu::sandbox {

/// The signed document, member for member as app/evidence/FORMAT.md describes version 1. What the checks do not use is
/// read, so that its type is checked, and dropped.
struct EvidenceDocument
{
    QString bindingId;
    QString sessionId;
    QDateTime createdAt;
    QString deviceId;
    QString enrolment; ///< demo or production
    QString mode;
    QString consentText;
    QDateTime consentGivenAt;

    struct Number
    {
        QString msisdn;
        bool mine = true;
        QString possession;  ///< not-asked, verified or deferred
        QString challengeId; ///< of the password, when verified
    };
    std::vector<Number> numbers;

    /// When the citizen agreed to a public digital signature; invalid: not asked, or declined.
    QDateTime signatureWantedAt;

    struct Signature
    {
        bool drawn = false;
        QByteArray picture;
        int points = 0;
    };
    std::optional<Signature> signature; ///< none: not asked for

    struct Subject
    {
        QString number, fullName, birthDate, oldNumber;
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
        QString liveness;
    } face;
};

/// Throws JsonError, which names the member.
EvidenceDocument readEvidence(const QByteArray& payload);

} // namespace chinhchu::sandbox
