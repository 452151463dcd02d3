#include "checks/check.h"
#include "emrtd/photograph.h"
#include "faces/face_comparer.h"

#include <QDebug>

#include <algorithm>
#include <cmath>

namespace chinhchu::sandbox {

namespace {

/// The same pictures by the same networks: what is left is how two processors round.
constexpr double tolerance = 0.01;

void compareAgain(const PersonInEvidence& person, const CheckContext& context, Findings& findings)
{
    const PersonInEvidence::Face& claimed = person.face;
    const QByteArray photograph = photographIn(person.chip.dg2);
    const auto found = photograph.isEmpty() ? std::nullopt : context.carrier.faces->compare(photograph, claimed.frames);
    // Nothing is said about the person by that: somebody looks at it.
    if (!found || found->unreadable == QLatin1String("photograph"))
        return findings.doubt(QStringLiteral("FACE_NOT_COMPARED"));
    if (!found->unreadable.isEmpty())
        return findings.refuse(QStringLiteral("FACE_FRAMES_UNREADABLE"));
    if (found->recipe != claimed.recipe || found->modelSha256 != claimed.modelSha256)
        return findings.doubt(QStringLiteral("FACE_NOT_COMPARED"));
    if (std::abs(found->distance - claimed.distance) > tolerance) {
        qInfo() << "   the frames give a distance of" << found->distance << "and not of" << claimed.distance;
        findings.refuse(QStringLiteral("FACE_DISTANCE_DISAGREES"));
    }
    // However small the lie: what decides is what the frames give.
    if (found->distance > std::min(claimed.threshold, context.carrier.policy.loosestThreshold))
        findings.refuse(QStringLiteral("FACE_MISMATCH"));
}

} // namespace

/// What the kiosk says about the faces is not believed where this carrier has the models: they are compared again, from the
/// signed photograph and the enclosed frames. Not of what is refused anyway: it costs a second of a processor.
void checkFrames(const CheckContext& context, Findings& findings)
{
    if (!context.carrier.faces || findings.refused())
        return;
    compareAgain(context.evidence, context, findings);
    if (context.evidence.guardian && !findings.refused())
        compareAgain(*context.evidence.guardian, context, findings);
    if (!findings.has(QStringLiteral("FACE_NOT_COMPARED")))
        findings.setFaceCompared(Findings::FaceCompared::Frames);
}

} // namespace chinhchu::sandbox
