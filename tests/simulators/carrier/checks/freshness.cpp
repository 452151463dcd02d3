#include "checks/check.h"
#include "store/nonces.h"

#include <cstdlib>

namespace chinhchu::sandbox {

namespace {

/// The wall clock of a kiosk can be set; the time that has passed since the carrier was last heard cannot. A kiosk whose
/// two clocks disagree is looked at by a person.
void checkClocks(const CheckContext& context, Findings& findings)
{
    const EvidenceDocument::Freshness& freshness = context.evidence.freshness;
    if (!freshness.lastCarrierTime.isValid() || !freshness.secondsSince)
        return;
    const QDateTime steady = freshness.lastCarrierTime.addMSecs(qint64(*freshness.secondsSince * 1000));
    if (std::abs(steady.secsTo(context.evidence.createdAt)) > context.carrier.policy.clockToleranceSeconds)
        findings.doubt(QStringLiteral("CLOCKS_DISAGREE"));
}

} // namespace

/// The nonce must be this carrier's, for this device and session, unused, and valid when the session was sealed.
/// Evidence may arrive much later than that: only the clock of the device says when it was sealed, so that much is
/// attested and not proven.
void checkFreshness(const CheckContext& context, Findings& findings)
{
    const EvidenceDocument& evidence = context.evidence;
    checkClocks(context, findings);
    if (evidence.freshness.kind == QLatin1String("device-only")) {
        if (context.carrier.policy.acceptDeviceOnly)
            findings.doubt(QStringLiteral("FRESHNESS_NOT_PROVEN"));
        else
            findings.refuse(QStringLiteral("FRESHNESS_NOT_PROVEN"));
        return;
    }
    const auto nonce = Nonces(context.connection).find(evidence.freshness.nonceId);
    if (!nonce || nonce->nonce != evidence.freshness.nonce) {
        findings.refuse(QStringLiteral("NONCE_UNKNOWN"));
        return;
    }
    // A nonce of a batch was given to the device before any session.
    const bool batch = evidence.freshness.kind == QLatin1String("batch");
    const QString session = batch ? QString() : evidence.sessionId;
    if (nonce->deviceId != context.signerDevice || nonce->sessionId != session)
        findings.refuse(QStringLiteral("NONCE_OF_ANOTHER_SESSION"));
    if (!nonce->usedBy.isEmpty() && nonce->usedBy != evidence.bindingId)
        findings.refuse(QStringLiteral("NONCE_ALREADY_USED"));
    if (evidence.createdAt > nonce->expiresAt)
        findings.refuse(QStringLiteral("NONCE_EXPIRED"));
    if (evidence.createdAt < nonce->issuedAt.addSecs(-context.carrier.policy.clockToleranceSeconds))
        findings.refuse(QStringLiteral("TIME_IMPLAUSIBLE"));
}

} // namespace chinhchu::sandbox
