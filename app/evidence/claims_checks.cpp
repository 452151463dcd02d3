#include "app/evidence/evidence_checks.h"

#include <algorithm>

namespace chinhchu::app {

namespace {

using Outcome = nfc::VerdictStep::Outcome;

/// Whether the kiosk itself found something for which no binding may be made, and the proofs do not show it.
bool deniesItself(const nfc::AuthenticityVerdict& claimed, const nfc::AuthenticityVerdict& found)
{
    constexpr int authenticityFailed = 5; // command line contract
    return std::ranges::any_of(claimed.reasons, [&](const nfc::VerdictReason& said) {
        return exitStatus(said.code) == authenticityFailed &&
               std::ranges::none_of(found.reasons, [&](const auto& each) { return each.code == said.code; });
    });
}

} // namespace

void record(EvidenceReport& report, const char* name, const std::string& subject, bool passed, FailureCode code,
            const std::string& detail)
{
    report.steps.push_back({name, subject, passed ? Outcome::Passed : Outcome::Failed, detail});
    if (!passed)
        report.reasons.push_back({code, subject});
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
    record(report, "claimed-verdict", person.who + "reasons", !deniesItself(claimed, person.chip),
           FailureCode::EvidenceDisagrees);
}

} // namespace chinhchu::app
