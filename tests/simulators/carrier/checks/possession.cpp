#include "checks/check.h"
#include "store/one_time_passwords.h"
#include "store/population.h"

namespace chinhchu::sandbox {

namespace {

bool isHeldBy(const EvidenceDocument::Subject& subject, const QString& msisdn, Population& population)
{
    const auto number = population.number(msisdn);
    const auto person = population.person(subject.number);
    return number && person && !number->document.isEmpty() &&
           (number->document == person->number || number->document == person->oldNumber);
}

} // namespace

/// The kiosk's word that a password was entered counts only where this carrier remembers the same.
void checkPossession(const CheckContext& context, Findings& findings)
{
    OneTimePasswords passwords(context.connection);
    Population population(context.connection);
    const bool wanted = context.carrier.policy.oneTimePassword;
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
        // One that the person does not hold yet was come for, whatever was proven of another.
        if (wanted && number.mine && number.possession == QLatin1String("not-asked") &&
            !isHeldBy(context.evidence.subject, number.msisdn, population))
            findings.doubt(QStringLiteral("POSSESSION_MISSING"));
    }
    // Which of them the citizen came for the evidence does not say; numbers found under the identity need none.
    if (wanted && mine && !asked)
        findings.doubt(QStringLiteral("POSSESSION_MISSING"));
}

} // namespace chinhchu::sandbox
