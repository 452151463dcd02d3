#include "app/evidence/evidence_checks.h"
#include "nfc/authenticity/chip_proof.h"
#include "nfc/authenticity/issuing_state.h"
#include "nfc/authenticity/passive_authentication.h"
#include "nfc/lds/data_groups.h"

#include <QDate>

#include <chrono>

namespace chinhchu::app {

namespace {

using Outcome = nfc::VerdictStep::Outcome;

ByteView fileOrNothing(const std::map<std::string, nfc::ChipFile>& files, const std::string& name)
{
    const auto found = files.find(name);
    return found == files.end() ? ByteView() : ByteView(found->second.raw);
}

/// The data groups that evidence must enclose where EF.SOD lists them; DG13 and the others never leave the kiosk.
constexpr int Enclosed[] = {1, 2, 14, 15};

bool repeatPassive(nfc::PassiveAuthentication& passive, const std::map<std::string, nfc::ChipFile>& files)
{
    bool intact = passive.signatureValid();
    for (const int group : Enclosed) {
        const ByteView raw = fileOrNothing(files, "DG" + std::to_string(group));
        if (!raw.empty())
            intact = passive.checkDataGroup(group, raw) && intact;
        else if (passive.lists(group))
            passive.dataGroupUnreadable(group);
    }
    return intact;
}

/// The day on which the card was issued, as the kiosk read it in DG13, which stays there.
std::optional<std::chrono::year_month_day> issueDate(const nfc::ChipIdentity& chip)
{
    const std::string_view iso = chip.identity.issueDate.view();
    const QDate day =
        QDate::fromString(QString::fromUtf8(iso.data(), static_cast<qsizetype>(iso.size())), Qt::ISODate);
    if (!day.isValid())
        return std::nullopt;
    return std::chrono::year_month_day(std::chrono::year(day.year()), std::chrono::month(unsigned(day.month())),
                                       std::chrono::day(unsigned(day.day())));
}

/// Only active authentication proves to others that the chip was there; where EF.SOD lists DG15 it is not optional.
nfc::ChipProof repeatActive(EvidenceReport& report, const PersonUnderCheck& person, bool listed)
{
    const nfc::ChipIdentity& chip = person.claims.chip;
    if (!listed)
        return nfc::ChipProof::Unsupported;
    if (!chip.activeAuthentication) {
        record(report, "active-authentication", person.who + "DG15", false, FailureCode::ActiveAuthenticationFailed,
               "no answer enclosed");
        return nfc::ChipProof::NotPerformed;
    }
    const auto verified = nfc::verifyActiveAuthentication(
        fileOrNothing(chip.files, "DG15"), fileOrNothing(chip.files, "DG14"), *chip.activeAuthentication);
    record(report, "active-authentication", person.who + "DG15", verified.has_value(),
           FailureCode::ActiveAuthenticationFailed, verified ? "" : verified.error().detail);
    return verified ? nfc::ChipProof::Passed : nfc::ChipProof::Failed;
}

} // namespace

void checkChip(EvidenceReport& report, const PersonUnderCheck& person, const nfc::TrustStore& trust)
{
    const auto& files = person.claims.chip.files;
    const ByteView sod = fileOrNothing(files, "EF.SOD");
    if (sod.empty()) {
        record(report, "sod-signature", person.who + "EF.SOD", false, FailureCode::SodMissing);
        return;
    }
    const auto at =
        std::chrono::system_clock::time_point(std::chrono::milliseconds(report.opened.createdAt.toMSecsSinceEpoch()));
    nfc::PassiveAuthentication passive(sod, trust, at);
    bool citizenCard = false;
    if (repeatPassive(passive, files)) {
        if (const auto zone = nfc::parseDg1(fileOrNothing(files, "DG1"))) {
            passive.issuingState(zone->issuingState.view(), zone->documentType.view());
            citizenCard = nfc::isCitizenCard(zone->issuingState.view(), zone->documentType.view());
        }
    }
    // The signer must have been valid then; the kiosk judged by the same day.
    if (const auto issued = issueDate(person.claims.chip))
        passive.issuedOn(*issued);
    const nfc::ChipProof active = repeatActive(report, person, passive.lists(15));
    person.chip = passive.verdict();
    person.chip.active = active;
    // Attested by the device, no proof to others; and only where the SOD lists the key for it.
    person.chip.chip = passive.lists(14) ? person.claims.chip.authenticity.chip : nfc::ChipProof::Unsupported;
    nfc::judgeChipProof(person.chip, citizenCard);
}

} // namespace chinhchu::app
