#include "checks/check.h"

namespace chinhchu::sandbox {

/// The kiosk's comparison must have come out right under rules that the carrier set, and the frames must be enclosed.
void checkFace(const CheckContext& context, Findings& findings)
{
    const EvidenceDocument::Face& face = context.evidence.face;
    const Policy& policy = context.carrier.policy;
    if (!face.match || face.distance > face.threshold || face.distance < 0)
        findings.refuse(QStringLiteral("FACE_MISMATCH"));
    if (face.threshold > policy.loosestThreshold)
        findings.refuse(QStringLiteral("THRESHOLD_TOO_LOOSE"));
    if (!policy.models.isEmpty() && !policy.models.contains(face.modelSha256))
        findings.refuse(QStringLiteral("MODEL_NOT_ALLOWED"));
    if (face.frames.empty())
        findings.refuse(QStringLiteral("FACE_FRAMES_MISSING"));
    for (const QByteArray& frame : face.frames) {
        if (!frame.startsWith("\xFF\xD8\xFF"))
            findings.refuse(QStringLiteral("FACE_FRAMES_UNREADABLE"));
    }
    if (face.liveness == QLatin1String("not-live"))
        findings.refuse(QStringLiteral("FACE_NOT_LIVE"));
    if (face.liveness == QLatin1String("not-performed") && !policy.acceptWithoutLiveness)
        findings.refuse(QStringLiteral("LIVENESS_MISSING"));
}

} // namespace chinhchu::sandbox
