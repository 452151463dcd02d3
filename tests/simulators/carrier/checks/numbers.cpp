#include "checks/check.h"
#include "store/population.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace chinhchu::sandbox {

namespace {

/// How many prepaid numbers of their own the person would have.
qsizetype countAfter(const EvidenceDocument& evidence, const QList<HeldNumber>& held, qsizetype newOnes)
{
    QSet<QString> disowned;
    for (const EvidenceDocument::Number& number : evidence.numbers) {
        if (!number.mine)
            disowned.insert(number.msisdn);
    }
    return newOnes + std::count_if(held.begin(), held.end(), [&](const HeldNumber& each) {
               return !each.postpaid && !each.organisation && !disowned.contains(each.msisdn);
           });
}

} // namespace

/// Every number must exist and stand under this person's documents: nobody binds, or disowns, what another holds.
/// One of the carrier's stock is registered by this binding: a prepaid fourth only at a point of the carrier's own.
void checkNumbers(const CheckContext& context, Findings& findings)
{
    static const QRegularExpression e164(QStringLiteral(R"(^\+[1-9]\d{6,14}$)"));
    const EvidenceDocument& evidence = context.evidence;
    if (evidence.numbers.empty())
        findings.refuse(QStringLiteral("NUMBERS_MISSING"));

    Population population(context.connection);
    const auto person = population.person(evidence.subject.number);
    const QString oldNumber = person ? person->oldNumber : QString();
    QSet<QString> seen;
    QSet<QString> newOnes;
    for (const EvidenceDocument::Number& number : evidence.numbers) {
        if (!e164.match(number.msisdn).hasMatch() || seen.contains(number.msisdn)) {
            findings.refuse(QStringLiteral("NUMBER_MALFORMED"));
            continue;
        }
        seen.insert(number.msisdn);
        const auto held = population.number(number.msisdn);
        if (!held)
            findings.refuse(QStringLiteral("NUMBER_UNKNOWN"));
        else if (number.organisation && !held->organisation)
            findings.refuse(QStringLiteral("NUMBER_HOLDER_MISMATCH"));
        else if (held->document.isEmpty() && number.mine)
            newOnes.insert(number.msisdn); // of the carrier's stock: registered now
        else if (held->document != evidence.subject.number && (oldNumber.isEmpty() || held->document != oldNumber))
            findings.refuse(QStringLiteral("NUMBER_OF_ANOTHER_PERSON"));
    }
    QList<HeldNumber> held = population.numbersUnder(evidence.subject.number);
    if (!oldNumber.isEmpty())
        held += population.numbersUnder(oldNumber);
    if (context.point != Authority::Point::CarrierOwn && !newOnes.isEmpty() &&
        countAfter(evidence, held, newOnes.size()) > context.carrier.policy.numbersAtAuthorisedPoints)
        findings.refuse(QStringLiteral("NUMBER_LIMIT_REACHED"));
}

} // namespace chinhchu::sandbox
