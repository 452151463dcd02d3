#include "nfc/cccd/cross_check.h"

#include "nfc/cccd/latin_letters.h"

#include <algorithm>

namespace chinhchu::nfc::cccd {

namespace {

constexpr std::string_view noExpiryInZone = "991231";

bool isDigits(std::string_view text, std::size_t size)
{
    return text.size() == size && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "1999-01-15" -> "990115"; empty for anything else.
SecretText zoneDate(const SecretText& iso)
{
    const auto text = iso.view();
    if (text.size() != 10)
        return {};
    Bytes digits;
    for (const std::string_view part : {text.substr(2, 2), text.substr(5, 2), text.substr(8, 2)})
        digits.insert(digits.end(), part.begin(), part.end());
    return SecretText(std::string_view(reinterpret_cast<const char*>(digits.data()), digits.size()));
}

/// 'M', 'F', or nothing where the source does not say.
char sexOf(std::string_view text)
{
    const SecretText letters = latinLetters(text);
    if (letters == SecretText("M") || letters == SecretText("NAM"))
        return 'M';
    return letters == SecretText("F") || letters == SecretText("NU") ? 'F' : '\0';
}

/// What one source says, in the form in which sources can be compared. Empty: it does not say.
struct Claims
{
    const char* source;
    SecretText number = {}; ///< 12 digits
    SecretText name = {};
    SecretText birthDate = {}; ///< ISO 8601
    char sex = '\0';
    SecretText issueDate = {};
    SecretText residence = {};
    SecretText oldNumber = {};
};

Claims claimsOf(const QrCode& qr)
{
    return {"QR", qr.number, qr.fullName, qr.birthDate, sexOf(qr.sex.view()), qr.issueDate, qr.residence, qr.oldNumber};
}

Claims claimsOf(const Dg13& vietnamese)
{
    return {"DG13",
            vietnamese.number,
            vietnamese.fullName,
            vietnamese.birthDate,
            sexOf(vietnamese.sex.view()),
            vietnamese.issueDate,
            vietnamese.residence,
            vietnamese.oldNumber};
}

/// Collects the disagreements of two sources.
class Comparison
{
public:
    Comparison(const char* first, const char* second, std::vector<Disagreement>& found)
        : m_first(first)
        , m_second(second)
        , m_found(found)
    {
    }

    void field(const char* name, bool bothSay, bool same)
    {
        if (bothSay && !same)
            m_found.push_back({name, m_first, m_second});
    }
    void field(const char* name, const SecretText& a, const SecretText& b)
    {
        field(name, !a.empty() && !b.empty(), a == b);
    }
    void letters(const char* name, const SecretText& a, const SecretText& b)
    {
        field(name, latinLetters(a.view()), latinLetters(b.view()));
    }

private:
    const char* m_first;
    const char* m_second;
    std::vector<Disagreement>& m_found;
};

void compare(const Claims& a, const Claims& b, std::vector<Disagreement>& found)
{
    Comparison comparison(a.source, b.source, found);
    comparison.field("number", a.number, b.number);
    comparison.letters("fullName", a.name, b.name);
    comparison.field("birthDate", a.birthDate, b.birthDate);
    comparison.field("sex", a.sex != '\0' && b.sex != '\0', a.sex == b.sex);
    comparison.field("issueDate", a.issueDate, b.issueDate);
    comparison.letters("residence", a.residence, b.residence);
    comparison.field("oldNumber", a.oldNumber, b.oldNumber);
}

/// The zone has nine digits of the number, years of two digits and names that may be cut.
void compare(const MachineReadableZone& zone, const Claims& other, std::vector<Disagreement>& found)
{
    const bool fromQr = std::string_view(other.source) == "QR";
    Comparison comparison(fromQr ? "QR" : "DG1", fromQr ? "DG1" : other.source, found);
    comparison.field("number", isDigits(zone.optionalData.view(), 12) && !other.number.empty(),
                     zone.optionalData == other.number);
    comparison.field("documentNumber", other.number.size() == 12 && zone.documentNumber.size() == 9,
                     other.number.view().ends_with(zone.documentNumber.view()));
    comparison.field("fullName", !zone.name.empty() && !other.name.empty(),
                     namesAgree(zone.name.view(), other.name.view()));
    comparison.field("birthDate", isDigits(zone.birthDate.view(), 6) && !other.birthDate.empty(),
                     zoneDate(other.birthDate) == zone.birthDate);
    const char sex = sexOf(zone.sex.view());
    comparison.field("sex", sex != '\0' && other.sex != '\0', sex == other.sex);
}

void compareExpiry(const MachineReadableZone& zone, const Dg13& vietnamese, std::vector<Disagreement>& found)
{
    Comparison comparison("DG1", "DG13", found);
    if (vietnamese.noExpiry)
        comparison.field("expiryDate", !zone.expiryDate.empty(), zone.expiryDate == SecretText(noExpiryInZone));
    else
        comparison.field("expiryDate", isDigits(zone.expiryDate.view(), 6) && !vietnamese.expiryDate.empty(),
                         zoneDate(vietnamese.expiryDate) == zone.expiryDate);
}

} // namespace

std::vector<Disagreement> crossCheck(const QrCode* qr, const MachineReadableZone* zone, const Dg13* vietnamese)
{
    std::vector<Disagreement> found;
    if (zone != nullptr && vietnamese != nullptr) {
        compare(*zone, claimsOf(*vietnamese), found);
        compareExpiry(*zone, *vietnamese, found);
    }
    if (qr != nullptr && vietnamese != nullptr)
        compare(claimsOf(*qr), claimsOf(*vietnamese), found);
    if (qr != nullptr && zone != nullptr)
        compare(*zone, claimsOf(*qr), found);
    return found;
}

} // namespace chinhchu::nfc::cccd
