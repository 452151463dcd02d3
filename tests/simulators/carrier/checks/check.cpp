#include "checks/check.h"

namespace chinhchu::sandbox {

QString Findings::state() const
{
    if (refused())
        return QStringLiteral("refused");
    return doubted() ? QStringLiteral("received") : QStringLiteral("verified");
}

QString Findings::faceCompared() const
{
    return m_faceCompared == FaceCompared::Frames ? QStringLiteral("frames") : QStringLiteral("numbers");
}

void runChecks(const CheckContext& context, Findings& findings)
{
    for (const auto check : {checkOrigin,
                             checkReader,
                             checkAuditTrail,
                             checkFreshness,
                             checkPassiveAuthentication,
                             checkActiveAuthentication,
                             checkKioskVerdict,
                             checkFace,
                             checkThreshold,
                             checkFrameOrigin,
                             checkSubject,
                             checkExpiry,
                             checkNumbers,
                             checkPossession,
                             checkSignature,
                             checkDocuments,
                             checkConsent,
                             checkSignatureRequest,
                             checkGuardian,
                             checkFrames})
        check(context, findings);
}

} // namespace chinhchu::sandbox
