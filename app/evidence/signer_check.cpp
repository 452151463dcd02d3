#include "app/evidence/evidence_checks.h"
#include "nfc/pcsc/reader_names.h"

namespace chinhchu::app {

namespace {

using Outcome = nfc::VerdictStep::Outcome;

std::string nameOf(Enrolment::Kind kind)
{
    return kind == Enrolment::Kind::Demo ? "demo" : "production";
}

} // namespace

void checkSigner(EvidenceReport& report)
{
    const OpenedEvidence& opened = report.opened;
    const std::string signer = opened.signerName.toStdString();
    record(report, "device-signature", signer, opened.signerName == opened.deviceId,
           FailureCode::EvidenceSignatureInvalid, "certificate and named device");
    // The authority also certifies the carrier's own server, seal and documents: none of them captures anything.
    record(report, "device-certificate", signer, opened.signerKind.has_value(), FailureCode::EvidenceSignatureInvalid,
           "issued to a device");
    record(report, "device-enrolment", nameOf(opened.enrolment), opened.signerKind == opened.enrolment,
           FailureCode::EvidenceDisagrees, "certificate and claimed enrolment");
    record(report, "device-point", std::string(toString(opened.point)), opened.point == opened.signerPoint,
           FailureCode::EvidenceDisagrees, "certificate and claimed point of service");
    if (opened.signerTrusted) {
        report.steps.push_back({"device-chain", signer, Outcome::Passed, ""});
        return;
    }
    // Anybody can make a certificate: intact, and of nobody known.
    report.steps.push_back({"device-chain", signer, Outcome::NotPerformed, "no device authority was given"});
    report.reasons.push_back({FailureCode::IssuerUnknown, "device certificate: no device authority was given"});
}

void checkReader(EvidenceReport& report, const PersonUnderCheck& person)
{
    const nfc::ChipIdentity& chip = person.claims.chip;
    const bool real = chip.source == "pcsc" && !nfc::isVirtualReader(chip.reader);
    record(report, "reader", person.who + chip.source, real || report.opened.signerKind == Enrolment::Kind::Demo,
           FailureCode::EvidenceDisagrees, chip.reader);
}

} // namespace chinhchu::app
