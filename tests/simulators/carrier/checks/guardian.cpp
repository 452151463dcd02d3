#include "checks/check.h"

#include <QDate>

namespace chinhchu::sandbox {

namespace {

constexpr int adult = 18;

/// The day in Vietnam.
QDate sealedOn(const EvidenceDocument& evidence)
{
    return evidence.createdAt.toOffsetFromUtc(7 * 3600).date();
}

bool hasCompleted(int years, const QString& birthDate, QDate day)
{
    const QDate born = QDate::fromString(birthDate, Qt::ISODate);
    return born.isValid() && born.addYears(years) <= day;
}

/// The parent in the subject's place, so that the same checks look at the parent's card and face.
EvidenceDocument asSubject(const EvidenceDocument& evidence)
{
    EvidenceDocument guardian = evidence;
    static_cast<PersonInEvidence&>(guardian) = *evidence.guardian;
    guardian.guardian.reset();
    return guardian;
}

} // namespace

/// From 6 to under 15 a parent agrees in writing, is there with a card and a face, and is somebody else and an adult
/// (Circular 08/2026). Below 6 the parent registers, so no child of that age is ever the subject.
void checkGuardian(const CheckContext& context, Findings& findings)
{
    const EvidenceDocument& evidence = context.evidence;
    const QDate day = sealedOn(evidence);
    const QString& birth = evidence.subject.birthDate;
    constexpr int mayHaveNumbers = 6;
    if (!hasCompleted(mayHaveNumbers, birth, day))
        findings.refuse(QStringLiteral("GUARDIAN_MISSING"));
    if (!evidence.guardian) {
        if (!hasCompleted(context.carrier.policy.guardianBelow, birth, day))
            findings.refuse(QStringLiteral("GUARDIAN_MISSING"));
        return;
    }
    const PersonInEvidence& guardian = *evidence.guardian;
    if (guardian.subject.number == evidence.subject.number || !hasCompleted(adult, guardian.subject.birthDate, day))
        findings.refuse(QStringLiteral("GUARDIAN_NOT_ACCEPTED"));
    const EvidenceDocument theirs = asSubject(evidence);
    CheckContext parents{theirs,
                         context.carrier,
                         context.connection,
                         context.idempotencyKey,
                         context.callerDevice,
                         context.signerDevice,
                         context.point,
                         context.receivedAt,
                         SecurityObject::parse(guardian.chip.sod)};
    for (const auto check :
         {checkReader, checkFreshness, checkPassiveAuthentication, checkActiveAuthentication, checkKioskVerdict,
          checkFace, checkThreshold, checkFrameOrigin, checkSubject, checkExpiry, checkConsent})
        check(parents, findings);
}

} // namespace chinhchu::sandbox
