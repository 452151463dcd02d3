#include "nfc/cccd/dg13.h"
#include "nfc/cccd/card_date.h"
#include "nfc/lds/ber_tlv.h"
#include "nfc/lds/utf8.h"

#include <algorithm>
#include <string>

namespace chinhchu::nfc::cccd {
namespace {

constexpr std::uint32_t tagInteger = 0x02, tagNull = 0x05, tagSequence = 0x30, tagSet = 0x31;
constexpr int maxDepth = 4;

/// The strings of a field in their order. An empty SEQUENCE or a NULL is an empty string, so that a missing father does
/// not make the mother the first of the two.
Result<void> collectStrings(ByteView content, std::vector<SecretText>& out, int depth)
{
    if (depth > maxDepth)
        return fail(FailureCode::DataGroupMalformed, "DG13: nested too deep");
    TlvReader reader(content);
    while (!reader.atEnd()) {
        const auto object = reader.next();
        if (!object)
            return tl::unexpected(object.error());
        if ((object->tag == tagSequence || object->tag == tagSet) && !object->value.empty()) {
            if (const auto inner = collectStrings(object->value, out, depth + 1); !inner)
                return inner;
        } else if (object->tag == tagSequence || object->tag == tagSet || object->tag == tagNull) {
            out.emplace_back();
        } else {
            out.emplace_back(
                std::string_view(reinterpret_cast<const char*>(object->value.data()), object->value.size()));
        }
    }
    return {};
}

/// "Không thời hạn" in any case and Unicode form: what stays when all but the ASCII letters is dropped.
bool saysNoExpiry(std::string_view text)
{
    std::string letters;
    for (char c : text) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            letters.push_back(static_cast<char>(c | 0x20));
    }
    return letters == "khngthihn" || letters == "khongthoihan";
}

/// Fills one Dg13 from its numbered fields.
class FieldSink
{
public:
    explicit FieldSink(Dg13& dg13)
        : m_dg13(dg13)
    {
    }

    /// @p strings what the field holds; false if its content does not fit its number.
    bool take(int number, const std::vector<SecretText>& strings)
    {
        const SecretText first = strings.empty() ? SecretText() : strings[0];
        switch (number) {
        case 1:
            return digits(m_dg13.number, first);
        case 2:
            return text(m_dg13.fullName, first);
        case 3:
            return date(m_dg13.birthDate, first);
        case 4:
            return text(m_dg13.sex, first);
        case 5:
            return text(m_dg13.nationality, first);
        case 6: // ethnicity and
        case 7: // religion stay on the chip
            return true;
        case 8:
            return text(m_dg13.origin, first);
        case 9:
            return text(m_dg13.residence, first);
        case 10:
            return text(m_dg13.identifyingFeatures, first);
        case 11:
            return date(m_dg13.issueDate, first);
        case 12:
            m_dg13.noExpiry = saysNoExpiry(first.view());
            return m_dg13.noExpiry || date(m_dg13.expiryDate, first);
        case 13:
            return text(m_dg13.father, first) && (strings.size() < 2 || text(m_dg13.mother, strings[1]));
        case 14:
            return text(m_dg13.spouse, first);
        case 15:
            return digits(m_dg13.oldNumber, first);
        default:
            return false;
        }
    }

private:
    static bool text(SecretText& field, const SecretText& value)
    {
        if (!isValidUtf8(value.view()))
            return false;
        field = value;
        return true;
    }

    static bool digits(SecretText& field, const SecretText& value)
    {
        const auto view = value.view();
        if (!std::all_of(view.begin(), view.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return false;
        field = value;
        return true;
    }

    static bool date(SecretText& field, const SecretText& value)
    {
        if (value.empty())
            return true;
        const auto day = parseCardDate(value.view());
        if (day)
            field = isoDate(*day);
        return day.has_value();
    }

    Dg13& m_dg13;
};

/// One `SEQUENCE { INTEGER nn, value... }`.
Result<void> readField(ByteView field, Dg13& dg13)
{
    TlvReader reader(field);
    const auto number = reader.next(tagInteger);
    if (!number)
        return tl::unexpected(number.error());
    if (number->value.empty() || number->value.size() > 2)
        return fail(FailureCode::DataGroupMalformed, "DG13: field number");
    int nn = 0;
    for (std::uint8_t byte : number->value)
        nn = nn << 8 | byte;

    std::vector<SecretText> strings;
    const ByteView rest = reader.rest();
    const auto collected = collectStrings(rest, strings, 0);
    if (!collected && nn >= 1 && nn <= 15)
        return collected;
    if (!collected || !FieldSink(dg13).take(nn, strings))
        dg13.unknown[nn] = Bytes(rest.begin(), rest.end());
    return {};
}

/// The SET OF fields inside `SEQUENCE { version, OID, SET }`. The head is known from one source only, so any is
/// accepted.
Result<ByteView> fieldSet(ByteView raw)
{
    const auto file = readTlv(raw, 0x6D);
    if (!file)
        return tl::unexpected(file.error());
    const auto sequence = readTlv(file->value, tagSequence);
    if (!sequence)
        return tl::unexpected(sequence.error());
    const auto set = findTlv(sequence->value, tagSet);
    if (!set)
        return fail(FailureCode::DataGroupMalformed, "DG13 has no set of fields");
    return set->value;
}

} // namespace

Result<Dg13> parseDg13(ByteView raw)
{
    const auto fields = fieldSet(raw);
    if (!fields)
        return tl::unexpected(fields.error());
    Dg13 dg13;
    TlvReader reader(*fields);
    while (!reader.atEnd()) {
        const auto field = reader.next(tagSequence);
        if (!field)
            return tl::unexpected(field.error());
        if (const auto read = readField(field->value, dg13); !read)
            return tl::unexpected(read.error());
    }
    return dg13;
}

} // namespace chinhchu::nfc::cccd
