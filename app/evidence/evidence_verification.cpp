#include "app/evidence/evidence_verification.h"

#include "app/evidence/evidence_checks.h"

#include <algorithm>

namespace chinhchu::app {

void checkPerson(EvidenceReport& report, const PersonUnderCheck& person, const nfc::TrustStore& trust,
                 biometrics::FaceEngine* faces, const EvidenceRules& rules)
{
    checkReader(report, person);
    checkChip(report, person, trust);
    checkFreshness(report, person);
    checkSubject(report, person);
    checkClaimedVerdict(report, person);
    checkFace(report, person, faces, rules);
}

Result<EvidenceReport> verifyEvidence(ByteView sealed, const EvidenceKeys& keys, const nfc::TrustStore& trust,
                                      biometrics::FaceEngine* faces, const EvidenceRules& rules)
{
    auto opened = openEvidence(sealed, keys);
    if (!opened)
        return tl::unexpected(opened.error());
    EvidenceReport report;
    report.opened = *std::move(opened);
    checkSigner(report);
    checkSession(report, rules);
    const Evidence& claims = report.opened.claims;
    checkPerson(report, {claims, report.chip, ""}, trust, faces, rules);
    if (claims.guardian)
        checkPerson(report, {*claims.guardian, report.guardianChip.emplace(), "guardian "}, trust, faces, rules);
    checkGuardian(report);
    checkDocumentPictures(report);
    return report;
}

int EvidenceReport::exitStatus() const
{
    int worst = nfc::exitStatus(chip);
    const auto consider = [&worst](int status) {
        // The first of 5, 7, 6 wins (command line contract).
        const auto rank = [](int value) { return value == 5 ? 3 : value == 7 ? 2 : value == 6 ? 1 : 0; };
        if (rank(status) > rank(worst))
            worst = status;
    };
    if (guardianChip)
        consider(nfc::exitStatus(*guardianChip));
    for (const nfc::VerdictReason& reason : reasons)
        consider(chinhchu::exitStatus(reason.code));
    return worst;
}

} // namespace chinhchu::app
