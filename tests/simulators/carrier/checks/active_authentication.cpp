#include "emrtd/active_authentication.h"
#include "checks/check.h"

namespace chinhchu::sandbox {

/// The only proof to a third party that the chip was there: its answer to a challenge bound to the carrier's nonce.
/// Mandatory where the security object hashes DG15.
void checkActiveAuthentication(const CheckContext& context, Findings& findings)
{
    const EvidenceDocument& evidence = context.evidence;
    const auto& answer = evidence.chip.activeAuthentication;
    if (!context.securityObject)
        return;
    if (!context.securityObject->hashes(15)) {
        if (context.carrier.policy.acceptChipWithoutProof)
            findings.doubt(QStringLiteral("CHIP_NOT_PROVEN_ORIGINAL"));
        else
            findings.refuse(QStringLiteral("CHIP_NOT_PROVEN_ORIGINAL"));
        return;
    }
    if (!answer) {
        findings.refuse(QStringLiteral("ACTIVE_AUTHENTICATION_MISSING"));
        return;
    }
    // Without a nonce the device made the challenge alone: the answer is checked, but proves nothing about when it was
    // given.
    const bool deviceOnly = evidence.freshness.kind == QLatin1String("device-only");
    const QByteArray expected =
        challengeFor(evidence.freshness.nonce, evidence.deviceId, evidence.sessionId, evidence.chip.sod);
    if (!deviceOnly && answer->challenge != expected)
        findings.refuse(QStringLiteral("CHALLENGE_MISMATCH"));
    if (answer->challenge.size() != 8 ||
        !chipAnswered(evidence.chip.dg15, evidence.chip.dg14, answer->challenge, answer->response))
        findings.refuse(QStringLiteral("ACTIVE_AUTHENTICATION_FAILED"));
}

} // namespace chinhchu::sandbox
