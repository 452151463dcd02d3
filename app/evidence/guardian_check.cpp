#include "app/evidence/evidence_checks.h"

#include <QDate>

#include <optional>
#include <string_view>

namespace chinhchu::app {

namespace {

/// What the law fixes (Circular 08/2026), not what a carrier asks beyond it.
constexpr int Adult = 18;
constexpr int GuardianBelow = 15;

/// Whether somebody has completed these years. Nothing when the date of birth is none.
std::optional<bool> isOfAge(const nfc::IdentityData& person, int years, QDate day)
{
    const std::string_view birth = person.birthDate.view();
    const QDate born =
        QDate::fromString(QString::fromUtf8(birth.data(), static_cast<qsizetype>(birth.size())), Qt::ISODate);
    if (!born.isValid())
        return std::nullopt;
    return born.addYears(years) <= day;
}

} // namespace

void checkGuardian(EvidenceReport& report)
{
    const Evidence& claims = report.opened.claims;
    constexpr int vietnam = 7 * 3600;
    const QDate day = report.opened.createdAt.toOffsetFromUtc(vietnam).date();
    if (!claims.guardian) {
        if (isOfAge(claims.chip.identity, GuardianBelow, day) == false)
            record(report, "guardian", "child", false, FailureCode::EvidenceDisagrees, "no parent took part");
        return;
    }
    const nfc::IdentityData& guardian = claims.guardian->chip.identity;
    record(report, "guardian", "adult", isOfAge(guardian, Adult, day) == true, FailureCode::EvidenceDisagrees);
    record(report, "guardian", "another person", guardian.number.view() != claims.chip.identity.number.view(),
           FailureCode::EvidenceDisagrees);
    const Evidence::Consent& consent = claims.guardian->consent;
    record(report, "guardian", "consent",
           !consent.text.trimmed().isEmpty() && consent.givenAt <= report.opened.createdAt,
           FailureCode::EvidenceDisagrees);
}

} // namespace chinhchu::app
