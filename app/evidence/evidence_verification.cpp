#include "app/evidence/evidence_verification.h"

#include "app/evidence/evidence_checks.h"

#include <algorithm>

namespace chinhchu::app {

Result<EvidenceReport> verifyEvidence(ByteView sealed, const EvidenceKeys& keys, const nfc::TrustStore& trust,
                                      biometrics::FaceEngine* faces)
{
    auto opened = openEvidence(sealed, keys);
    if (!opened)
        return tl::unexpected(opened.error());
    EvidenceReport report;
    report.opened = *std::move(opened);
    checkSigner(report);
    checkChip(report, trust);
    checkFreshness(report);
    checkSubject(report);
    checkClaimedVerdict(report);
    checkFace(report, faces);
    return report;
}

int EvidenceReport::exitStatus() const
{
    int worst = nfc::exitStatus(chip);
    for (const nfc::VerdictReason& reason : reasons) {
        const int status = chinhchu::exitStatus(reason.code);
        // The first of 5, 7, 6 wins (command line contract).
        const auto rank = [](int value) { return value == 5 ? 3 : value == 7 ? 2 : value == 6 ? 1 : 0; };
        if (rank(status) > rank(worst))
            worst = status;
    }
    return worst;
}

} // namespace chinhchu::app
