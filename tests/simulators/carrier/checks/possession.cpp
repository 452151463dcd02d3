#include "checks/check.h"
#include "store/one_time_passwords.h"

namespace chinhchu::sandbox {

/// The kiosk's word that a password was entered counts only where this carrier remembers the same.
void checkPossession(const CheckContext& context, Findings& findings)
{
    OneTimePasswords passwords(context.connection);
    bool mine = false;
    bool asked = false;
    for (const EvidenceDocument::Number& number : context.evidence.numbers) {
        mine = mine || number.mine;
        asked = asked || number.possession != QLatin1String("not-asked");
        if (number.possession == QLatin1String("deferred"))
            findings.doubt(QStringLiteral("POSSESSION_DEFERRED"));
        if (number.possession == QLatin1String("verified") &&
            !passwords.proves({context.evidence.bindingId, number.challengeId, context.callerDevice, number.msisdn}))
            findings.refuse(QStringLiteral("POSSESSION_NOT_PROVEN"));
    }
    // Which of them the citizen came for the evidence does not say; numbers found under the identity need none.
    if (context.carrier.policy.oneTimePassword && mine && !asked)
        findings.doubt(QStringLiteral("POSSESSION_MISSING"));
}

} // namespace chinhchu::sandbox
