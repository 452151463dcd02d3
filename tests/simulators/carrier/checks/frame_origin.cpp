#include "checks/check.h"
#include "store/frames.h"

#include <algorithm>

namespace chinhchu::sandbox {

/// Frames are of this session: taken between its consent and its sealing, and of no other binding. A camera never gives
/// the same picture twice; a demonstration's may be a file, so that its pictures come again and again.
void checkFrameOrigin(const CheckContext& context, Findings& findings)
{
    const EvidenceDocument& evidence = context.evidence;
    const int tolerance = context.carrier.policy.clockToleranceSeconds;
    const QDateTime from = evidence.consentGivenAt.addSecs(-tolerance);
    const QDateTime until = evidence.createdAt.addSecs(tolerance);
    const auto& times = evidence.face.capturedAt;
    if (std::ranges::any_of(times, [&](const QDateTime& each) { return each < from || each > until; }))
        findings.doubt(QStringLiteral("FRAME_TIMES_IMPLAUSIBLE"));

    if (context.carrier.authority->kind() == Authority::Kind::Demo)
        return;
    Frames frames(context.connection);
    const auto& pictures = evidence.face.frames;
    if (std::ranges::any_of(pictures,
                            [&](const QByteArray& each) { return frames.isOfAnother(each, evidence.bindingId); }))
        findings.doubt(QStringLiteral("FRAMES_REUSED"));
}

} // namespace chinhchu::sandbox
