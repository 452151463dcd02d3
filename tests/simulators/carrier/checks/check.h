#pragma once

#include "carrier.h"
#include "emrtd/security_object.h"
#include "evidence/document.h"

#include <QDateTime>
#include <QStringList>

namespace chinhchu::sandbox {

/// What the checks found. A refusal ends the matter; a doubt leaves it to a person.
class Findings
{
public:
    void refuse(const QString& code) { add(m_refusals, code); }
    void doubt(const QString& code) { add(m_doubts, code); }

    [[nodiscard]] bool refused() const { return !m_refusals.isEmpty(); }
    [[nodiscard]] bool doubted() const { return !m_doubts.isEmpty(); }
    [[nodiscard]] bool has(const QString& code) const { return m_refusals.contains(code) || m_doubts.contains(code); }
    /// refused, received or verified
    [[nodiscard]] QString state() const;
    [[nodiscard]] QStringList codes() const { return m_refusals + m_doubts; }

    /// From what the faces were compared: from the numbers that the kiosk gave, or again from frames and photograph.
    enum class FaceCompared
    {
        Numbers,
        Frames
    };
    void setFaceCompared(FaceCompared from) { m_faceCompared = from; }
    /// numbers or frames
    [[nodiscard]] QString faceCompared() const;

private:
    static void add(QStringList& list, const QString& code)
    {
        if (!list.contains(code))
            list.append(code);
    }
    QStringList m_refusals;
    QStringList m_doubts;
    FaceCompared m_faceCompared = FaceCompared::Numbers;
};

/// What a check may look at.
struct CheckContext
{
    const EvidenceDocument& evidence;
    Carrier& carrier;
    Connection& connection;
    QString idempotencyKey;
    QString callerDevice;                                  ///< of the TLS connection
    QString signerDevice;                                  ///< of the signature
    Authority::Point point = Authority::Point::Authorised; ///< where that device stands, by its certificate
    QDateTime receivedAt;
    std::optional<SecurityObject> securityObject;
};

/// Every check, in this order; each adds what it finds. Throws StoreError and FacesBusy.
void runChecks(const CheckContext& context, Findings& findings);

// The checks and the codes they can give.
void checkOrigin(const CheckContext& context,
                 Findings& findings); ///< DEVICE_MISMATCH, ENROLMENT_MISMATCH, POINT_MISMATCH, BINDING_ID_MISMATCH,
                                      ///< TIME_IMPLAUSIBLE
void checkReader(const CheckContext& context, Findings& findings);     ///< READER_NOT_ACCEPTED
void checkAuditTrail(const CheckContext& context, Findings& findings); ///< AUDIT_TRAIL_CONTRADICTED
void checkFreshness(const CheckContext& context,
                    Findings& findings); ///< NONCE_..., FRESHNESS_NOT_PROVEN, CLOCKS_DISAGREE
/// SOD_MALFORMED, SOD_SIGNATURE_INVALID, SOD_ISSUER_UNKNOWN, SOD_SIGNER_REVOKED, SOD_SIGNER_INVALID,
/// ISSUE_DATE_DOUBTFUL, DATA_GROUP_MISSING, DATA_GROUP_CHANGED
void checkPassiveAuthentication(const CheckContext& context, Findings& findings);
/// CHALLENGE_MISMATCH, ACTIVE_AUTHENTICATION_MISSING, ACTIVE_AUTHENTICATION_FAILED, CHIP_NOT_PROVEN_ORIGINAL
void checkActiveAuthentication(const CheckContext& context, Findings& findings);
void checkKioskVerdict(const CheckContext& context, Findings& findings); ///< KIOSK_VERDICT_DOUBTFUL
void checkThreshold(const CheckContext& context, Findings& findings);    ///< THRESHOLD_TOO_LOOSE, MODEL_NOT_ALLOWED
void checkFrameOrigin(const CheckContext& context, Findings& findings);  ///< FRAME_TIMES_IMPLAUSIBLE, FRAMES_REUSED
void checkFace(const CheckContext& context, Findings& findings); ///< FACE_..., MODEL_NOT_ALLOWED, THRESHOLD_TOO_LOOSE
/// FACE_DISTANCE_DISAGREES, FACE_MISMATCH, FACE_FRAMES_UNREADABLE, FACE_NOT_COMPARED; last, and where there are models
/// only. Throws FacesBusy.
void checkFrames(const CheckContext& context, Findings& findings);
void checkSubject(const CheckContext& context,
                  Findings& findings); ///< SUBJECT_..., PERSON_UNKNOWN, NAME_..., BIRTH_DATE_...
void checkExpiry(const CheckContext& context, Findings& findings);           ///< CARD_EXPIRED
void checkNumbers(const CheckContext& context, Findings& findings);          ///< NUMBER_...
void checkPossession(const CheckContext& context, Findings& findings);       ///< POSSESSION_...
void checkSignature(const CheckContext& context, Findings& findings);        ///< SIGNATURE_...
void checkDocuments(const CheckContext& context, Findings& findings);        ///< DOCUMENT_PICTURE...
void checkConsent(const CheckContext& context, Findings& findings);          ///< CONSENT_MISSING
void checkSignatureRequest(const CheckContext& context, Findings& findings); ///< CONSENT_MISSING
/// GUARDIAN_MISSING, GUARDIAN_NOT_ACCEPTED, and of the parent's own proofs what the checks above give
void checkGuardian(const CheckContext& context, Findings& findings);

} // namespace chinhchu::sandbox
