#include "checks/check.h"
#include "emrtd/machine_readable_zone.h"
#include "store/population.h"

#include <QDate>

namespace chinhchu::sandbox {

namespace {

/// Unicode NFC, case and spacing folded, diacritics kept.
QString folded(const QString& name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded().simplified();
}

/// A zone cuts a long name off at its end (ICAO 9303-3, 4.6).
bool sameInZone(const QString& zoneName, const QString& fullName)
{
    const QString spelt = zoneSpelling(fullName);
    constexpr int almostFull = 26;
    return zoneName == spelt || (zoneName.size() >= almostFull && spelt.startsWith(zoneName));
}

/// Two digits of the year stand in the zone; the fourth of the twelve says the century (0 and 1: 19.., 2 and 3: 20..,
/// ...).
bool sameCentury(const QString& number, const QString& birthDate)
{
    return number.size() == 12 && birthDate.left(2).toInt() == 19 + number.at(3).digitValue() / 2;
}

/// What the device attests must not contradict what the police signed.
void compareWithChip(const EvidenceDocument& evidence, Findings& findings)
{
    const auto zone = readZone(evidence.chip.dg1);
    if (!zone) {
        findings.refuse(QStringLiteral("DG1_UNREADABLE"));
        return;
    }
    const QString birth = QDate::fromString(evidence.subject.birthDate, Qt::ISODate).toString(QStringLiteral("yyMMdd"));
    if (zone->number != evidence.subject.number || zone->birthDate != birth ||
        !sameCentury(zone->number, evidence.subject.birthDate) || !sameInZone(zone->name, evidence.subject.fullName))
        findings.refuse(QStringLiteral("SUBJECT_NOT_OF_THIS_CHIP"));
}

} // namespace

/// The fields of the law (number, name, date of birth), with no tolerance; the fourth, the face, is in the signed DG2.
void checkSubject(const CheckContext& context, Findings& findings)
{
    const EvidenceDocument::Subject& subject = context.evidence.subject;
    compareWithChip(context.evidence, findings);
    const auto person = Population(context.connection).person(subject.number);
    if (!person) {
        findings.refuse(QStringLiteral("PERSON_UNKNOWN"));
        return;
    }
    if (folded(person->fullName) != folded(subject.fullName))
        findings.refuse(QStringLiteral("NAME_MISMATCH"));
    if (person->birthDate != subject.birthDate)
        findings.refuse(QStringLiteral("BIRTH_DATE_MISMATCH"));
    if (!subject.oldNumber.isEmpty() && !person->oldNumber.isEmpty() && subject.oldNumber != person->oldNumber)
        findings.refuse(QStringLiteral("OLD_NUMBER_MISMATCH"));
}

} // namespace chinhchu::sandbox
