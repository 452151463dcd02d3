#include "nfc/reading/identity_assembly.h"

#include "nfc/cccd/latin_letters.h"

#include <algorithm>
#include <cstdio>

namespace chinhchu::nfc {

namespace {

constexpr std::string_view noExpiry = "991231"; ///< a card without expiry, in the zone

bool isDigits(std::string_view text, std::size_t size)
{
    return text.size() == size && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Vietnam is UTC+7 all year.
std::string todayInVietnam(std::chrono::system_clock::time_point at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at + std::chrono::hours(7));
    const std::chrono::year_month_day date(day);
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

/// "1999-01-15" -> "990115"
SecretText zoneDate(std::string_view iso)
{
    if (iso.size() != 10)
        return {};
    std::string text;
    text.append(iso.substr(2, 2)).append(iso.substr(5, 2)).append(iso.substr(8, 2));
    return SecretText(text);
}

/// "990115" -> "1999-01-15" in the given century.
SecretText inCentury(std::string_view yymmdd, std::string_view century)
{
    std::string text(century);
    text.append(yymmdd.substr(0, 2)).append("-").append(yymmdd.substr(2, 2)).append("-").append(yymmdd.substr(4, 2));
    return SecretText(text);
}

/// Nobody is born in the future; who could be born in both centuries is taken for the younger one unless DG13 knows.
SecretText resolveBirth(std::string_view yymmdd, std::string_view today)
{
    if (!isDigits(yymmdd, 6))
        return {};
    SecretText young = inCentury(yymmdd, "20");
    return young.view() <= today ? young : inCentury(yymmdd, "19");
}

SecretText resolveExpiry(std::string_view yymmdd)
{
    // ICAO documents with chips exist since 2004: an expiry is always in this century.
    return isDigits(yymmdd, 6) && yymmdd != noExpiry ? inCentury(yymmdd, "20") : SecretText();
}

SecretText sexFromZone(std::string_view sex)
{
    return sex == "M" ? "male" : sex == "F" ? "female" : "unspecified";
}

/// "Nam", "Nữ"
SecretText sexFromVietnamese(std::string_view sex)
{
    const SecretText letters = cccd::latinLetters(sex);
    return letters == SecretText("NAM") ? "male" : letters == SecretText("NU") ? "female" : "unspecified";
}

SecretText firstOf(const SecretText& preferred, const SecretText& other)
{
    return preferred.empty() ? other : preferred;
}

IdentityData fromZone(const MachineReadableZone& zone, std::string_view today)
{
    IdentityData data;
    if (isDigits(zone.optionalData.view(), 12))
        data.number = zone.optionalData;
    data.documentNumber = zone.documentNumber;
    data.fullNameLatin = zone.name;
    data.birthDate = resolveBirth(zone.birthDate.view(), today);
    data.sex = sexFromZone(zone.sex.view());
    data.nationality = zone.nationality;
    data.expiryDate = resolveExpiry(zone.expiryDate.view());
    return data;
}

void addVietnamese(IdentityData& data, const cccd::Dg13& vietnamese)
{
    data.number = firstOf(vietnamese.number, data.number);
    data.fullName = vietnamese.fullName;
    data.birthDate = firstOf(vietnamese.birthDate, data.birthDate);
    if (data.sex.empty() && !vietnamese.sex.empty())
        data.sex = sexFromVietnamese(vietnamese.sex.view());
    data.nationality = firstOf(data.nationality, vietnamese.nationality);
    data.issueDate = vietnamese.issueDate;
    data.expiryDate = vietnamese.noExpiry ? SecretText() : firstOf(vietnamese.expiryDate, data.expiryDate);
    data.origin = vietnamese.origin;
    data.residence = vietnamese.residence;
    data.oldNumber = vietnamese.oldNumber;
}

/// A passport has no DG13; some states put the same things into DG11 and DG12.
void addDetails(IdentityData& data, const PersonalDetails& person)
{
    data.fullName = firstOf(data.fullName, person.fullName);
    if (isDigits(person.personalNumber.view(), 12))
        data.number = firstOf(data.number, person.personalNumber);
    data.origin = firstOf(data.origin, person.birthPlace);
    data.residence = firstOf(data.residence, person.address);
    // Four digits of the year where the zone has two.
    if (zoneDate(person.birthDate.view()) == zoneDate(data.birthDate.view()))
        data.birthDate = firstOf(person.birthDate, data.birthDate);
}

} // namespace

AssembledIdentity assembleIdentity(const IdentitySources& sources, std::chrono::system_clock::time_point at)
{
    const std::string today = todayInVietnam(at);
    AssembledIdentity assembled;
    if (sources.zone)
        assembled.data = fromZone(*sources.zone, today);
    if (sources.vietnamese)
        addVietnamese(assembled.data, *sources.vietnamese);
    if (sources.person)
        addDetails(assembled.data, *sources.person);
    if (sources.document)
        assembled.data.issueDate = firstOf(assembled.data.issueDate, sources.document->issueDate);
    const auto expiry = assembled.data.expiryDate.view();
    assembled.expired = !expiry.empty() && expiry < std::string_view(today);
    return assembled;
}

} // namespace chinhchu::nfc
