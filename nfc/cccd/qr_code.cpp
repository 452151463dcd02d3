#include "nfc/cccd/qr_code.h"
#include "nfc/cccd/card_date.h"

#include <algorithm>

namespace chinhchu::nfc::cccd {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;
using std::chrono::years;

constexpr std::size_t maxTextSize = 2048;

std::vector<std::string_view> split(std::string_view text)
{
    std::vector<std::string_view> fields;
    for (;;) {
        const std::size_t bar = text.find('|');
        fields.push_back(text.substr(0, bar));
        if (bar == std::string_view::npos)
            return fields;
        text.remove_prefix(bar + 1);
    }
}

std::string_view withoutLineEnd(std::string_view text)
{
    while (!text.empty() && (text.back() == '\r' || text.back() == '\n'))
        text.remove_suffix(1);
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        text.remove_prefix(3);
    return text;
}

bool isNumber(std::string_view text, std::size_t size)
{
    return text.size() == size && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

SecretText asIso(std::string_view field)
{
    const auto day = parseCardDate(field);
    return day ? isoDate(*day) : SecretText();
}

/// The birthday in another year; whoever was born on 29 February has it on the 28th in common years.
year_month_day yearsAfter(year_month_day day, years count)
{
    const year_month_day moved = day + count;
    return moved.ok() ? moved : year_month_day(moved.year() / moved.month() / std::chrono::last);
}

} // namespace

Result<QrCode> parseQrCode(std::string_view text)
{
    if (text.size() > maxTextSize)
        return fail(FailureCode::AccessKeyInvalid, "QR text longer than 2048 bytes");
    const auto fields = split(withoutLineEnd(text));
    if (fields.size() < 7 || fields.size() > 16)
        return fail(FailureCode::AccessKeyInvalid, "QR text: fields between strokes: " + std::to_string(fields.size()));
    if (!isNumber(fields[0], 12))
        return fail(FailureCode::AccessKeyInvalid, "QR text does not begin with a 12-digit number");
    QrCode qr;
    qr.number = fields[0];
    qr.oldNumber = isNumber(fields[1], 9) || isNumber(fields[1], 12) ? SecretText(fields[1]) : SecretText();
    qr.fullName = fields[2];
    qr.birthDate = asIso(fields[3]);
    qr.sex = fields[4];
    qr.residence = fields[5];
    qr.issueDate = asIso(fields[6]);
    qr.more.assign(fields.begin() + 7, fields.end());
    return qr;
}

std::vector<std::optional<year_month_day>> expiryCandidates(year_month_day born, year_month_day issued)
{
    std::vector<year_month_day> changes;
    for (int age : {14, 25, 40, 60})
        changes.push_back(yearsAfter(born, years(age)));

    const auto next = std::find_if(changes.begin(), changes.end(),
                                   [&](year_month_day day) { return sys_days(issued) < sys_days(day); });
    if (next == changes.end())
        return {std::nullopt};
    const bool withinTwoYears = sys_days(issued) >= sys_days(yearsAfter(*next, years(-2)));
    if (!withinTwoYears)
        return {*next};
    // Issued in the two years before a change: valid to the one after it. Offices differ at the edges, so the nearer
    // day stays as the second guess.
    const auto afterNext = next + 1 == changes.end() ? std::optional<year_month_day>() : *(next + 1);
    return {afterNext, *next};
}

} // namespace chinhchu::nfc::cccd
