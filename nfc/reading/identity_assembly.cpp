#include "nfc/reading/identity_assembly.h"

#include "nfc/reading/latin_letters.h"

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
    const SecretText letters = latinLetters(sex);
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

/// Fields that both files fill must say the same; what one of them leaves out disagrees with nothing.
std::vector<std::string> compare(const MachineReadableZone& zone, const cccd::Dg13& vietnamese)
{
    std::vector<std::string> disagreements;
    const auto check = [&](const char* field, bool bothGiven, bool same) {
        if (bothGiven && !same)
            disagreements.emplace_back(field);
    };
    check("number", isDigits(zone.optionalData.view(), 12) && !vietnamese.number.empty(),
          zone.optionalData == vietnamese.number);
    check("documentNumber", vietnamese.number.size() == 12 && zone.documentNumber.size() == 9,
          vietnamese.number.view().ends_with(zone.documentNumber.view()));
    check("fullName", !zone.name.empty() && !vietnamese.fullName.empty(),
          namesAgree(zone.name.view(), vietnamese.fullName.view()));
    check("birthDate", isDigits(zone.birthDate.view(), 6) && !vietnamese.birthDate.empty(),
          zoneDate(vietnamese.birthDate.view()) == zone.birthDate);
    const SecretText sex = sexFromVietnamese(vietnamese.sex.view());
    check("sex", (zone.sex == SecretText("M") || zone.sex == SecretText("F")) && sex != SecretText("unspecified"),
          sex == sexFromZone(zone.sex.view()));
    if (vietnamese.noExpiry)
        check("expiryDate", !zone.expiryDate.empty(), zone.expiryDate == SecretText(noExpiry));
    else
        check("expiryDate", isDigits(zone.expiryDate.view(), 6) && !vietnamese.expiryDate.empty(),
              zoneDate(vietnamese.expiryDate.view()) == zone.expiryDate);
    return disagreements;
}

} // namespace

AssembledIdentity assembleIdentity(const std::optional<MachineReadableZone>& zone,
                                   const std::optional<cccd::Dg13>& vietnamese,
                                   std::chrono::system_clock::time_point at)
{
    const std::string today = todayInVietnam(at);
    AssembledIdentity assembled;
    if (zone)
        assembled.data = fromZone(*zone, today);
    if (vietnamese)
        addVietnamese(assembled.data, *vietnamese);
    if (zone && vietnamese)
        assembled.disagreements = compare(*zone, *vietnamese);
    const auto expiry = assembled.data.expiryDate.view();
    assembled.expired = !expiry.empty() && expiry < std::string_view(today);
    return assembled;
}

} // namespace chinhchu::nfc
