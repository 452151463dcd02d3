#include "nfc/lds/lds_security_object.h"
#include "nfc/lds/ber_tlv.h"

namespace chinhchu::nfc {
namespace {

constexpr std::uint32_t tagInteger = 0x02, tagOctetString = 0x04, tagOid = 0x06, tagPrintable = 0x13,
                        tagSequence = 0x30;

tl::unexpected<Failure> malformed(std::string detail)
{
    return fail(FailureCode::SodHashListMalformed, std::move(detail));
}

/// A one-byte INTEGER, or -1.
int smallInteger(ByteView value)
{
    return value.size() == 1 && value[0] < 0x80 ? value[0] : -1;
}

Result<void> readHashes(ByteView list, std::map<int, Bytes>& hashes)
{
    TlvReader reader(list);
    while (!reader.atEnd()) {
        const auto entry = reader.next(tagSequence);
        if (!entry)
            return malformed(entry.error().detail);
        TlvReader fields(entry->value);
        const auto number = fields.next(tagInteger);
        const auto hash = number ? fields.next(tagOctetString) : number;
        if (!hash)
            return malformed("an entry of the hash list");
        const int dataGroup = smallInteger(number->value);
        if (dataGroup < 1 || dataGroup > 16)
            return malformed("a data group outside 1 to 16");
        if (!hashes.emplace(dataGroup, Bytes(hash->value.begin(), hash->value.end())).second)
            return malformed("DG" + std::to_string(dataGroup) + " is listed twice");
    }
    if (hashes.empty())
        return malformed("no data group is listed");
    return {};
}

/// LdsVersionInfo, which only version 1 has.
void readVersionInfo(ByteView info, LdsSecurityObject& object)
{
    TlvReader reader(info);
    for (std::string* field : {&object.ldsVersion, &object.unicodeVersion}) {
        if (const auto text = reader.next(tagPrintable); text && text->value.size() <= 8)
            field->assign(text->value.begin(), text->value.end());
    }
}

} // namespace

Result<LdsSecurityObject> parseLdsSecurityObject(ByteView content)
{
    const auto sequence = readTlv(content, tagSequence);
    if (!sequence)
        return malformed(sequence.error().detail);
    TlvReader reader(sequence->value);
    const auto version = reader.next(tagInteger);
    const auto algorithm = version ? reader.next(tagSequence) : version;
    const auto list = algorithm ? reader.next(tagSequence) : algorithm;
    if (!list)
        return malformed(list.error().detail);

    LdsSecurityObject object;
    object.version = smallInteger(version->value);
    if (object.version != 0 && object.version != 1)
        return malformed("version of the security object");
    const auto oid = TlvReader(algorithm->value).next(tagOid);
    if (!oid)
        return malformed(oid.error().detail);
    object.digestOid.assign(oid->value.begin(), oid->value.end());
    if (const auto hashes = readHashes(list->value, object.hashes); !hashes)
        return tl::unexpected(hashes.error());
    if (const auto info = findTlv(reader.rest(), tagSequence))
        readVersionInfo(info->value, object);
    return object;
}

} // namespace chinhchu::nfc
