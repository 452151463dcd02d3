#include "checks/check.h"

namespace chinhchu::sandbox {

/// Without consent there is no right to any of it (Law 91/2025).
void checkConsent(const CheckContext& context, Findings& findings)
{
    const EvidenceDocument& evidence = context.evidence;
    if (evidence.consentText.trimmed().isEmpty() || evidence.consentGivenAt > evidence.createdAt)
        findings.refuse(QStringLiteral("CONSENT_MISSING"));
}

} // namespace chinhchu::sandbox
