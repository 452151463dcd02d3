#include "checks/check.h"

namespace chinhchu::sandbox {

/// Without consent there is no right to any of it (Law 91/2025).
void checkConsent(const CheckContext& context, Findings& findings)
{
    const EvidenceDocument& evidence = context.evidence;
    if (evidence.consentText.trimmed().isEmpty() || evidence.consentGivenAt > evidence.createdAt)
        findings.refuse(QStringLiteral("CONSENT_MISSING"));
}

/// A public digital signature has a consent of its own, given during this session.
void checkSignatureRequest(const CheckContext& context, Findings& findings)
{
    const EvidenceDocument& evidence = context.evidence;
    if (!evidence.signatureWantedAt.isValid())
        return;
    const int tolerance = context.carrier.policy.clockToleranceSeconds;
    if (evidence.signatureConsent.trimmed().isEmpty() || evidence.signatureWantedAt > evidence.createdAt ||
        evidence.signatureWantedAt < evidence.consentGivenAt.addSecs(-tolerance))
        findings.refuse(QStringLiteral("CONSENT_MISSING"));
}

} // namespace chinhchu::sandbox
