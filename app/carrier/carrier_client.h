#pragma once

#include "app/settings/enrolment.h"
#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace chinhchu::app {

/// A nonce of the carrier for one session (operations createVerificationSession, createNonceBatch).
struct VerificationSession
{
    QString nonceId;
    Bytes nonce;
    QDateTime expiresAt;
    bool fromBatch = false; ///< fetched beforehand, for any session of this device
};

enum class LockState
{
    None,
    OneWay,
    TwoWay
};

/// A number held under an identity, as the carrier knows it (operation retrieveSubscriptions).
struct Subscription
{
    QString msisdn; ///< E.164
    LockState lock = LockState::None;
    QDateTime lockDeadline;      ///< when the next lock comes; invalid if none is announced
    QDateTime deviceChangedAt;   ///< when its SIM moved to another phone and nobody has confirmed it since; else invalid
    bool underOldNumber = false; ///< registered with the 9-digit CMND
    bool postpaid = false;       ///< under a contract: no such number counts towards the law's limit
    bool organisation = false;   ///< an organisation holds it, and this person was given the SIM
};

/// What the carrier made of a binding (operations submitIdentityBinding, retrieveBindingStatus).
struct BindingReceipt
{
    enum class State
    {
        Received,
        Verified,
        Refused
    };

    QString bindingId;
    QString receiptNumber;
    State state = State::Received;
    QDateTime receivedAt;
    QStringList reasons; ///< codes, when refused
};

/// A one-time password on its way to a number (operation createOtpChallenge).
struct OtpChallenge
{
    QString challengeId;
    QDateTime expiresAt;
};

/// What a password was (operation verifyOtp).
enum class OtpResult
{
    Correct,
    Wrong,
    Expired,
    Exhausted ///< used already, or tried too often: only a new challenge helps
};

/// What the carrier, or the police that it asked, thinks of a document signer (operation verifyDocumentSigner).
enum class SignerDecision
{
    Trusted,
    IssuerUnknown,
    Revoked,
    Invalid
};

/// The five counts of the offices' weekly report (operation retrieveCounts): all numbers that this carrier has, wherever they
/// were authenticated. A number that is locked both ways does not count as locked one way too.
struct CarrierCounts
{
    QDateTime asOf;
    qint64 total = 0;
    qint64 authenticated = 0;
    qint64 notYet = 0;
    qint64 lockedOneWay = 0;
    qint64 lockedTwoWay = 0;
};

/// The client of resources/carrier-api.yaml: HTTPS with the device's certificate, only the carrier's authority trusted.
///
/// Asynchronous: a callback runs in the thread of this object, exactly once, or never when this object is destroyed
/// before. Errors: CARRIER_UNREACHABLE (network, time-out, 5xx, 401, 408, 409, 425, 429: try again later),
/// CARRIER_UNTRUSTED, CARRIER_REFUSED (400, 413, 415, 422 in the API's form of an error, codes that the description gives
/// to one operation, and 429 where a password was asked for: final), CARRIER_ANSWER_MALFORMED (everything else: nobody knows what it means, so it is tried again and a technician
/// told).
class CarrierClient : public QObject
{
    Q_OBJECT

public:
    template <class T>
    using Answer = std::function<void(Result<T>)>;

    /// @p carrierUrl overrides the enrolment's when not empty.
    CarrierClient(Enrolment enrolment, const QUrl& carrierUrl = {}, QObject* parent = nullptr);
    ~CarrierClient() override;

    /// A request fails as CARRIER_UNREACHABLE after @p silence without a byte, or after @p total. Built in: 20 s and 60
    /// s.
    void setTimeouts(std::chrono::milliseconds silence, std::chrono::milliseconds total);

    /// Where the newest head of the audit trail comes from; it travels with each submission (AuditHead::text()).
    void setAuditHead(std::function<QByteArray()> newest);

    /// Called with the carrier's own time at each of its answers.
    void setHeard(std::function<void(const QDateTime& carrierTime)> heard);

    /// How far the carrier's clock was ahead of this one at its last answer; none before the first.
    [[nodiscard]] std::optional<std::chrono::seconds> clockSkew() const;

    void createVerificationSession(const QString& sessionId, Answer<VerificationSession> answer);
    /// @p signer: the certificate, DER.
    void verifyDocumentSigner(ByteView signer, Answer<SignerDecision> answer);
    /// A batch of @p count nonces as the carrier signed it; NonceStore reads it.
    void createNonceBatch(int count, Answer<QByteArray> answer);
    /// The policy as the carrier signed it; PolicyStore reads it.
    void retrievePolicy(Answer<QByteArray> answer);
    /// The list of issuers as the carrier signed it; TrustListStore reads it.
    void retrieveTrustList(Answer<QByteArray> answer);
    void retrieveSubscriptions(const SecretText& personalId, const SecretText& oldNumber,
                               Answer<std::vector<Subscription>> answer);
    /// Sends six digits to @p msisdn (E.164).
    void createOtpChallenge(const QString& msisdn, Answer<OtpChallenge> answer);
    void verifyOtp(const QString& challengeId, const SecretText& code, Answer<OtpResult> answer);
    /// @p bindingId is the Idempotency-Key.
    void submitBinding(const QString& bindingId, const QByteArray& sealedEvidence, Answer<BindingReceipt> answer);
    void retrieveBindingStatus(const QString& bindingId, Answer<BindingReceipt> answer);
    void retrieveCounts(Answer<CarrierCounts> answer);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace chinhchu::app
