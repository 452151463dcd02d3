#include "tests/app/session/random/sealed_rules.h"

namespace by_chance {

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

QString text(const SecretText& secret)
{
    return QString::fromUtf8(secret.view().data(), static_cast<qsizetype>(secret.view().size()));
}

/// The chip proven, its four fields, a face before the camera that is the one in the chip.
void checkPerson(const PersonProof& person, const QString& who, QStringList& faults)
{
    const nfc::IdentityData& fields = person.chip.identity;
    for (const SecretText* field : {&fields.number, &fields.fullName, &fields.birthDate, &fields.issueDate})
        if (field->empty())
            faults << who + QStringLiteral(": a field is missing");
    for (const char* file : {"EF.SOD", "DG1", "DG2"})
        if (!person.chip.files.contains(file) || person.chip.files.at(file).raw.empty())
            faults << who + QStringLiteral(": no ") + file;
    if (person.chip.authenticity.passive != nfc::PassiveResult::Verified)
        faults << who + QStringLiteral(": passive authentication did not pass");
    if (person.chip.authenticity.active != nfc::ChipProof::Passed || !person.chip.activeAuthentication)
        faults << who + QStringLiteral(": active authentication did not pass");
    if (!person.match.match || person.match.distance > person.match.threshold || person.frames.empty())
        faults << who + QStringLiteral(": the face does not match");
    // The made-up faces of these tests cannot move, and the demonstration's policy says that they need not.
    if (person.liveness.result != "live" && person.liveness.result != "not-performed")
        faults << who + QStringLiteral(": liveness ") + QString::fromStdString(person.liveness.result);
}

void checkNumbers(const Evidence& sealed, const Deeds& deeds, const SessionPolicy& policy, QStringList& faults)
{
    if (sealed.numbers.empty())
        faults << QStringLiteral("no number");
    QStringList found;
    for (const Evidence::Number& each : sealed.numbers) {
        const QString said = each.mine ? QStringLiteral("mine") : QStringLiteral("not mine");
        if (deeds.answers.value(each.msisdn) != said)
            faults << QStringLiteral("%1 is sealed as %2, answered was \"%3\"")
                          .arg(each.msisdn, said, deeds.answers.value(each.msisdn));
        if (found.contains(each.msisdn))
            faults << each.msisdn + QStringLiteral(" twice");
        found << each.msisdn;
        if (each.possession == Possession::Verified && (each.challengeId.isEmpty() || !each.mine))
            faults << each.msisdn + QStringLiteral(" is proven by nothing");
        if (each.possession == Possession::Deferred && !deeds.networkWasDown)
            faults << each.msisdn + QStringLiteral(" is deferred, and the carrier was always there");
        if (each.possession != Possession::NotAsked && !policy.oneTimePassword)
            faults << each.msisdn + QStringLiteral(" was proven, and nobody asked");
    }
    for (auto each = deeds.answers.begin(); each != deeds.answers.end(); ++each)
        if (each.value() != u"left" && !found.contains(each.key()))
            faults << QStringLiteral("%1 was answered \"%2\" and is not sealed").arg(each.key(), each.value());
}

} // namespace

QStringList sealedFaults(const Evidence& sealed, const Deeds& deeds, const SessionPolicy& policy)
{
    QStringList faults;
    if (sealed.consent.text.isEmpty() || sealed.consent.text != deeds.consent || !sealed.consent.givenAt.isValid())
        faults << QStringLiteral("not the consent that was given");
    if (sealed.mode != deeds.mode || sealed.staff != deeds.staff)
        faults << QStringLiteral("sealed as %1 by \"%2\", began as %3 by \"%4\"")
                      .arg(sealed.mode, sealed.staff, deeds.mode, deeds.staff);
    checkPerson(sealed, QStringLiteral("the citizen"), faults);
    checkNumbers(sealed, deeds, policy, faults);
    if (sealed.guardian.has_value() != deeds.child)
        faults << QStringLiteral("a child without a parent, or the reverse");
    if (sealed.guardian) {
        checkPerson(*sealed.guardian, QStringLiteral("the parent"), faults);
        if (sealed.guardian->consent.text.isEmpty() || sealed.guardian->consent.text != deeds.guardianConsent)
            faults << QStringLiteral("not the consent that the parent gave");
        if (text(sealed.guardian->chip.identity.number) == text(sealed.chip.identity.number))
            faults << QStringLiteral("the child is its own parent");
    }
    if (sealed.signature.has_value() != policy.citizenSignature)
        faults << QStringLiteral("a signature that nobody asked for, or none");
    if (sealed.signature && deeds.drew != sealed.signature->isDrawn())
        faults << QStringLiteral("not the signature that was given");
    if (sealed.signatureWish && deeds.wantsSignature != sealed.signatureWish->wanted)
        faults << QStringLiteral("not the answer to the offer of a signature");
    return faults;
}

} // namespace by_chance
