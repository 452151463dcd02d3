#include "checks/check.h"

namespace chinhchu::sandbox {

QString Findings::state() const
{
    if (refused())
        return QStringLiteral("refused");
    return doubted() ? QStringLiteral("received") : QStringLiteral("verified");
}

void runChecks(const CheckContext& context, Findings& findings)
{
    for (const auto check : {checkOrigin, checkFreshness, checkPassiveAuthentication, checkActiveAuthentication,
                             checkFace, checkSubject, checkNumbers, checkPossession, checkSignature, checkDocuments,
                             checkConsent, checkGuardian})
        check(context, findings);
}

} // namespace chinhchu::sandbox
