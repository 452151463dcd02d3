#include "nfc/cccd/candidate_keys.h"
#include "nfc/cccd/card_date.h"
#include "nfc/cccd/qr_code.h"
#include "nfc/lds/mrz.h"

#include <algorithm>

namespace chinhchu::nfc::cccd {
namespace {

// cccd-chip: a card without expiry carries this in its machine-readable zone.
constexpr std::string_view noExpiryInMrz = "991231";

tl::unexpected<Failure> invalid(std::string detail)
{
    return fail(FailureCode::AccessKeyInvalid, std::move(detail));
}

bool allDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isYymmdd(std::string_view text)
{
    if (text.size() != 6 || !allDigits(text))
        return false;
    const int month = (text[2] - '0') * 10 + (text[3] - '0');
    const int day = (text[4] - '0') * 10 + (text[5] - '0');
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

CanKey canOf(std::string_view number)
{
    return {number.substr(number.size() - 6)};
}

MrzKey bacKey(std::string_view number12, std::string_view birth, std::string_view expiry)
{
    return {number12.substr(number12.size() - 9), birth, expiry};
}

/// The zone without line breaks and blanks, in capitals: people paste it in many shapes.
SecretText tidied(std::string_view mrz)
{
    Bytes text;
    for (char c : mrz.substr(0, 256)) {
        if (c == '\n' || c == '\r' || c == ' ' || c == '\t')
            continue;
        text.push_back(static_cast<std::uint8_t>(c >= 'a' && c <= 'z' ? c - 0x20 : c));
    }
    return std::string_view(reinterpret_cast<const char*>(text.data()), text.size());
}

} // namespace

Result<AccessKeys> keysFromCan(std::string_view digits)
{
    if (!allDigits(digits) || (digits.size() != 6 && digits.size() != 12))
        return invalid("the CAN is 6 digits, or the 12-digit number");
    return AccessKeys{canOf(digits)};
}

Result<AccessKeys> keysFromNumber(std::string_view number12, std::string_view birth, std::string_view expiry)
{
    if (number12.size() != 12 || !allDigits(number12))
        return invalid("the number has 12 digits");
    if (!isYymmdd(birth) || !isYymmdd(expiry))
        return invalid("dates are YYMMDD");
    return AccessKeys{canOf(number12), bacKey(number12, birth, expiry)};
}

Result<AccessKeys> keysFromMrz(std::string_view lines)
{
    const SecretText text = tidied(lines);
    const auto mrz = parseMrz(text.view());
    if (!mrz)
        return invalid(mrz.error().detail);
    AccessKeys keys;
    const bool citizenCard = mrz->issuingState.view() == "VNM" && mrz->documentType.view().substr(0, 1) == "I";
    if (citizenCard && mrz->documentNumber.size() >= 6)
        keys.push_back(canOf(mrz->documentNumber.view()));
    keys.push_back(MrzKey{mrz->documentNumber, mrz->birthDate, mrz->expiryDate});
    return keys;
}

Result<AccessKeys> keysFromQr(std::string_view qrText)
{
    const auto qr = parseQrCode(qrText);
    if (!qr)
        return tl::unexpected(qr.error());
    AccessKeys keys{canOf(qr->number.view())};
    const auto day = [](const SecretText& iso) -> std::optional<std::chrono::year_month_day> {
        if (iso.empty())
            return std::nullopt;
        const std::string_view v = iso.view();
        Bytes turned; // "1999-01-15" back to "15011999"
        for (std::string_view part : {v.substr(8, 2), v.substr(5, 2), v.substr(0, 4)})
            turned.insert(turned.end(), part.begin(), part.end());
        return parseCardDate({reinterpret_cast<const char*>(turned.data()), turned.size()});
    };
    const auto born = day(qr->birthDate);
    const auto issued = day(qr->issueDate);
    if (!born || !issued)
        return keys;
    for (const auto& expiry : expiryCandidates(*born, *issued)) {
        const SecretText printed = expiry ? mrzDate(*expiry) : SecretText(noExpiryInMrz);
        keys.push_back(bacKey(qr->number.view(), mrzDate(*born).view(), printed.view()));
    }
    return keys;
}

} // namespace chinhchu::nfc::cccd
