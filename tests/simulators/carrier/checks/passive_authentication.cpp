#include "checks/check.h"
#include "emrtd/signer_period.h"

namespace chinhchu::sandbox {

namespace {

/// The day on which the card was issued stands in DG13, which never leaves the kiosk: it is the device's word, bounded
/// by what is signed. One that cannot be is no proof against the citizen.
void checkIssueDate(X509* signer, const CheckContext& context, Findings& findings)
{
    const EvidenceDocument& evidence = context.evidence;
    constexpr int vietnam = 7 * 3600;
    const QDate sealed = evidence.createdAt.toOffsetFromUtc(vietnam).date();
    const QDate issued = QDate::fromString(evidence.subject.issueDate, Qt::ISODate);
    const QDate born = QDate::fromString(evidence.subject.birthDate, Qt::ISODate);
    // A card that does not say when it was issued counts as issued today.
    const QDate day = evidence.subject.issueDate.isEmpty() ? sealed : issued;
    if (!day.isValid() || day < born || day > sealed || day > context.receivedAt.toOffsetFromUtc(vietnam).date() ||
        !couldSign(signer, day))
        findings.doubt(QStringLiteral("ISSUE_DATE_DOUBTFUL"));
}

void checkSignature(const SecurityObject& object, const CheckContext& context, Findings& findings)
{
    Carrier& carrier = context.carrier;
    const CertificatePtr signer = object.verifiedSigner();
    if (!signer) {
        findings.refuse(QStringLiteral("SOD_SIGNATURE_INVALID"));
        return;
    }
    checkIssueDate(signer.get(), context, findings);
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
    checkSignature(object, context, findings);

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
