#include "tests/simulators/chip/personalisation/mrz.h"

#include <cstdio>

namespace chinhchu::chip {

namespace {

// ICAO 9303-3, 4.9: weights 7, 3, 1; digits count themselves, letters from A = 10, the filler nothing.
char checkDigit(const std::string& text)
{
    constexpr int weights[] = {7, 3, 1};
    int sum = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const int value = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 0;
        sum += value * weights[i % 3];
    }
    return static_cast<char>('0' + sum % 10);
}

std::string filled(std::string text, std::size_t size)
{
    text.resize(size, '<');
    return text;
}

std::string withCheck(const std::string& text)
{
    return text + checkDigit(text);
}

std::string citizenCard(const Profile& profile)
{
    const Profile::Identity& identity = profile.identity;
    const std::string number = withCheck(identity.documentNumber);
    const std::string optional = filled(identity.number, 14);
    const std::string line1 = "IDVNM" + number + optional + checkDigit(optional);
    const std::string birth = withCheck(yymmdd(identity.birth));
    const std::string expiry = withCheck(expiryYymmdd(profile));
    const std::string line2 = birth + (identity.sex == "male" ? "M" : "F") + expiry + "VNM" + std::string(11, '<');
    const std::string composite = line1.substr(5) + birth + expiry + std::string(11, '<');
    return line1 + line2 + checkDigit(composite) + filled(identity.latinName, 30);
}

std::string passport(const Profile& profile)
{
    const Profile::Identity& identity = profile.identity;
    const std::string line1 = "P<" + identity.country + filled(identity.latinName, 39);
    const std::string number = withCheck(filled(identity.documentNumber, 9));
    const std::string birth = withCheck(yymmdd(identity.birth));
    const std::string expiry = withCheck(expiryYymmdd(profile));
    const std::string personal = withCheck(filled(identity.number, 14));
    const std::string line2 =
        number + identity.country + birth + (identity.sex == "male" ? "M" : "F") + expiry + personal;
    return line1 + line2 + checkDigit(number + birth + expiry + personal);
}

} // namespace

std::string yymmdd(const Day& day)
{
    char text[16];
    std::snprintf(text, sizeof text, "%02d%02d%02d", day.year % 100, day.month % 100, day.day % 100);
    return text;
}

std::string expiryYymmdd(const Profile& profile)
{
    return profile.identity.expiry ? yymmdd(*profile.identity.expiry) : "991231";
}

std::string machineReadableZone(const Profile& profile)
{
    return profile.card.kind == "cccd" ? citizenCard(profile) : passport(profile);
}

std::string mrzInformation(const std::string& documentNumber, const std::string& birth, const std::string& expiry)
{
    return withCheck(filled(documentNumber, 9)) + withCheck(birth) + withCheck(expiry);
}

std::string mrzInformation(const std::string& zone)
{
    // TD1: line 1 from its sixth character, line 2; TD2 and TD3: line 2 (ICAO 9303-5, -6 and -4).
    if (zone.size() == 90)
        return zone.substr(5, 10) + zone.substr(30, 7) + zone.substr(38, 7);
    if (zone.size() != 72 && zone.size() != 88)
        return {};
    const std::string line = zone.substr(zone.size() / 2);
    return line.substr(0, 10) + line.substr(13, 7) + line.substr(21, 7);
}

std::string mrzInformation(const Profile& profile)
{
    return mrzInformation(profile.identity.documentNumber, yymmdd(profile.identity.birth), expiryYymmdd(profile));
}

} // namespace chinhchu::chip
