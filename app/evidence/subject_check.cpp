#include "app/evidence/evidence_checks.h"
#include "nfc/authenticity/issuing_state.h"
#include "nfc/cccd/latin_letters.h"
#include "nfc/lds/data_groups.h"

#include <QDate>

#include <algorithm>

namespace chinhchu::app {

namespace {

using Outcome = nfc::VerdictStep::Outcome;

/// "1999-01-15" as the machine-readable zone prints it, "990115".
std::string yymmdd(std::string_view iso)
{
    if (iso.size() != 10)
        return {};
    return std::string(iso.substr(2, 2)) + std::string(iso.substr(5, 2)) + std::string(iso.substr(8, 2));
}

/// The zone has two digits of the year of birth; the fourth of the 12 digits of a citizen's number says the century (0
/// and 1 for 19.., 2 and 3 for 20.., and so on; Decree 137/2015, article 7). Without it a child passes for somebody who
/// is a hundred years older.
bool isOfTheNumbersCentury(std::string_view number, std::string_view isoBirth)
{
    constexpr std::size_t digits = 12;
    if (number.size() != digits || !std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; }))
        return false;
    const int century = 19 + (number[3] - '0') / 2;
    return isoBirth.substr(0, 2) == std::to_string(century);
}

/// The day until which the card is valid; none where it says "without end" or cannot be understood.
std::optional<QDate> expiryOf(const nfc::MachineReadableZone& zone)
{
    constexpr std::string_view noExpiry = "991231";
    const std::string_view text = zone.expiryDate.view();
    // Documents with chips exist since 2004: an expiry is always in this century.
    const QDate day = QDate::fromString("20" + QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())),
                                        QStringLiteral("yyyyMMdd"));
    return text == noExpiry || !day.isValid() ? std::nullopt : std::optional(day);
}

void checkExpiry(EvidenceReport& report, const PersonUnderCheck& person, const nfc::MachineReadableZone& zone)
{
    constexpr int vietnam = 7 * 3600;
    const QDate sealed = report.opened.createdAt.toOffsetFromUtc(vietnam).date();
    const auto expiry = expiryOf(zone);
    record(report, "expiry", person.who + "DG1", !expiry || *expiry >= sealed, FailureCode::DocumentExpired,
           "the card's last day and the evidence's");
}

} // namespace

void checkSubject(EvidenceReport& report, const PersonUnderCheck& person)
{
    // Parsed only when its hash was right.
    if (person.chip.passive == nfc::PassiveResult::Absent || person.chip.passive == nfc::PassiveResult::Failed) {
        report.steps.push_back(
            {"subject", person.who + "DG1", Outcome::NotPerformed, "the chip's data is not authentic"});
        return;
    }
    const auto& files = person.claims.chip.files;
    const auto dg1 = files.find("DG1");
    const auto zone = dg1 == files.end() ? fail(FailureCode::DataGroupMissing) : nfc::parseDg1(dg1->second.raw);
    if (!zone) {
        record(report, "subject", person.who + "DG1", false, zone.error().code);
        return;
    }
    const nfc::IdentityData& identity = person.claims.chip.identity;
    const std::string_view birth = identity.birthDate.view();
    const bool citizenCard = nfc::isCitizenCard(zone->issuingState.view(), zone->documentType.view());
    // The 12 digits are the optional data of a citizen card (fillers after them).
    record(report, "subject", person.who + "number", zone->optionalData.view().substr(0, 12) == identity.number.view(),
           FailureCode::EvidenceDisagrees);
    record(report, "subject", person.who + "birthDate", zone->birthDate.view() == yymmdd(birth),
           FailureCode::EvidenceDisagrees);
    if (citizenCard)
        record(report, "subject", person.who + "century", isOfTheNumbersCentury(identity.number.view(), birth),
               FailureCode::EvidenceDisagrees, "birth date and number");
    // A passport's name may stand in its zone only.
    if (citizenCard || !identity.fullName.empty())
        record(report, "subject", person.who + "fullName",
               nfc::cccd::namesAgree(zone->name.view(), identity.fullName.view()), FailureCode::EvidenceDisagrees);
    checkExpiry(report, person, *zone);
}

} // namespace chinhchu::app
