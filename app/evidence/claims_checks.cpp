#include "app/evidence/evidence_checks.h"
#include "nfc/lds/data_groups.h"

namespace chinhchu::app {

namespace {

using Outcome = nfc::VerdictStep::Outcome;

/// "1999-01-15" as the machine-readable zone prints it, "990115".
std::string yymmdd(std::string_view iso)
{
    if (iso.size() != 10)
        return {};
    return std::string(iso.substr(2, 2)) + std::string(iso.substr(5, 2)) + std::string(iso.substr(8, 2));
}

} // namespace

void record(EvidenceReport& report, const char* name, const std::string& subject, bool passed, FailureCode code,
            const std::string& detail)
{
    report.steps.push_back({name, subject, passed ? Outcome::Passed : Outcome::Failed, detail});
    if (!passed)
        report.reasons.push_back({code, subject});
}

void checkSigner(EvidenceReport& report)
{
    const OpenedEvidence& opened = report.opened;
    const std::string signer = opened.signerName.toStdString();
    record(report, "device-signature", signer, opened.signerName == opened.deviceId,
           FailureCode::EvidenceSignatureInvalid, "certificate and named device");
    record(report, "device-point", std::string(toString(opened.point)), opened.point == opened.signerPoint,
           FailureCode::EvidenceDisagrees, "certificate and claimed point of service");
    report.steps.push_back({"device-chain", signer, opened.signerTrusted ? Outcome::Passed : Outcome::NotPerformed,
                            opened.signerTrusted ? "" : "no device authority was given"});
}

void checkFreshness(EvidenceReport& report, const PersonUnderCheck& person)
{
    const PersonProof& claims = person.claims;
    if (!claims.freshness) {
        report.steps.push_back({"freshness", person.who + "device-only", Outcome::Warning,
                                "no nonce of the carrier: only policy can accept it"});
        return;
    }
    const auto sod = claims.chip.files.find("EF.SOD");
    const bool bound = claims.chip.activeAuthentication && sod != claims.chip.files.end() &&
                       claims.chip.activeAuthentication->challenge ==
                           activeAuthenticationChallenge(claims.freshness->nonce, report.opened.deviceId,
                                                         report.opened.claims.sessionId, sod->second.raw);
    record(report, "freshness", person.who + (claims.freshness->fromBatch ? "batch" : "online"), bound,
           FailureCode::EvidenceNotFresh, "challenge from nonce, device, session and EF.SOD");
}

void checkSubject(EvidenceReport& report, const PersonUnderCheck& person)
{
    // Parsed only when its hash was right.
    if (person.chip.passive == nfc::PassiveResult::Absent || person.chip.passive == nfc::PassiveResult::Failed) {
        report.steps.push_back(
            {"subject", person.who + "DG1", Outcome::NotPerformed, "the chip's data is not authentic"});
        return;
    }
    const auto& files = person.claims.chip.files;
    const auto dg1 = files.find("DG1");
    const auto zone = dg1 == files.end() ? fail(FailureCode::DataGroupMissing) : nfc::parseDg1(dg1->second.raw);
    if (!zone) {
        record(report, "subject", person.who + "DG1", false, zone.error().code);
        return;
    }
    const nfc::IdentityData& identity = person.claims.chip.identity;
    // The 12 digits are the optional data of a citizen card (fillers after them).
    record(report, "subject", person.who + "number", zone->optionalData.view().substr(0, 12) == identity.number.view(),
           FailureCode::EvidenceDisagrees);
    record(report, "subject", person.who + "birthDate", zone->birthDate.view() == yymmdd(identity.birthDate.view()),
           FailureCode::EvidenceDisagrees);
}

void checkClaimedVerdict(EvidenceReport& report, const PersonUnderCheck& person)
{
    const nfc::AuthenticityVerdict& claimed = person.claims.chip.authenticity;
    // Another trust store may know the issuer or not; whether the chip is intact is not a matter of trust.
    const auto intact = [](nfc::PassiveResult result) {
        return result == nfc::PassiveResult::Verified || result == nfc::PassiveResult::IssuerUnknown;
    };
    record(report, "claimed-verdict", person.who + "passive", intact(claimed.passive) == intact(person.chip.passive),
           FailureCode::EvidenceDisagrees);
    record(report, "claimed-verdict", person.who + "active", claimed.active == person.chip.active,
           FailureCode::EvidenceDisagrees);
}

} // namespace chinhchu::app
