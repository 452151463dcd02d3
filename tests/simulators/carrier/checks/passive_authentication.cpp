#include "checks/check.h"

namespace chinhchu::sandbox {

namespace {

void checkSignature(const SecurityObject& object, Carrier& carrier, Findings& findings)
{
    const CertificatePtr signer = object.verifiedSigner();
    if (!signer) {
        findings.refuse(QStringLiteral("SOD_SIGNATURE_INVALID"));
        return;
    }
    switch (carrier.signers.judge(object, signer.get(), carrier.anchors->current())) {
    case SignerVerdict::Trusted:
        break;
    case SignerVerdict::IssuerUnknown:
        findings.refuse(QStringLiteral("SOD_ISSUER_UNKNOWN"));
        break;
    case SignerVerdict::Revoked:
        findings.refuse(QStringLiteral("SOD_SIGNER_REVOKED"));
        break;
    case SignerVerdict::Invalid:
        findings.refuse(QStringLiteral("SOD_SIGNER_INVALID"));
        break;
    }
}

} // namespace

/// ICAO 9303-11, 5.1, done again from the raw files. The security object decides what must be there.
void checkPassiveAuthentication(const CheckContext& context, Findings& findings)
{
    if (!context.securityObject) {
        findings.refuse(QStringLiteral("SOD_MALFORMED"));
        return;
    }
    const SecurityObject& object = *context.securityObject;
    checkSignature(object, context.carrier, findings);

    const EvidenceDocument::Chip& chip = context.evidence.chip;
    const std::pair<int, const QByteArray&> files[] = {{1, chip.dg1}, {2, chip.dg2}, {14, chip.dg14}, {15, chip.dg15}};
    for (const auto& [number, file] : files) {
        const bool needed = number <= 2 || object.hashes(number);
        if (file.isEmpty() && needed)
            findings.refuse(QStringLiteral("DATA_GROUP_MISSING"));
        else if (!file.isEmpty() && !object.matches(number, file))
            findings.refuse(QStringLiteral("DATA_GROUP_CHANGED"));
    }
}

} // namespace chinhchu::sandbox
