#include "checks/check.h"
#include "store/population.h"

#include <QRegularExpression>
#include <QSet>

namespace chinhchu::sandbox {

/// Every number must exist and stand under this person's documents: nobody binds, or disowns, what another holds.
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
    for (const EvidenceDocument::Number& number : evidence.numbers) {
        if (!e164.match(number.msisdn).hasMatch() || seen.contains(number.msisdn)) {
            findings.refuse(QStringLiteral("NUMBER_MALFORMED"));
            continue;
        }
        seen.insert(number.msisdn);
        const auto held = population.number(number.msisdn);
        if (!held)
            findings.refuse(QStringLiteral("NUMBER_UNKNOWN"));
        else if (held->document != evidence.subject.number && (oldNumber.isEmpty() || held->document != oldNumber))
            findings.refuse(QStringLiteral("NUMBER_OF_ANOTHER_PERSON"));
    }
}

} // namespace chinhchu::sandbox
