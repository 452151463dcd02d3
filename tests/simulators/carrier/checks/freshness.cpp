#include "checks/check.h"
#include "store/nonces.h"

namespace chinhchu::sandbox {

/// The nonce must be this carrier's, for this device and session, unused, and valid when the session was sealed.
/// Evidence may arrive much later than that: only the clock of the device says when it was sealed, so that much is
/// attested and not proven.
void checkFreshness(const CheckContext& context, Findings& findings)
{
    const EvidenceDocument& evidence = context.evidence;
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
