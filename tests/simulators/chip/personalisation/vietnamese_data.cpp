#include "tests/simulators/chip/personalisation/data_groups.h"
#include "tests/simulators/chip/wire/tlv.h"

#include <cstdio>

namespace chinhchu::chip {

namespace {

std::string written(const Day& day, const char* format)
{
    char text[40];
    std::snprintf(text, sizeof text, format, day.day, day.month, day.year);
    return text;
}

Bytes printable(const std::string& text)
{
    return tlv(0x13, bytesOf(text));
}

Bytes utf8(const std::string& text)
{
    return tlv(0x0C, bytesOf(text));
}

Bytes field(unsigned number, std::initializer_list<ByteView> values)
{
    return tlv(0x30, {derInteger(number), join(values)});
}

Bytes parents(const Profile::Identity& identity)
{
    const Bytes father = utf8(identity.father);
    const Bytes mother = utf8(identity.mother);
    if (identity.parentsNested)
        return field(13, {tlv(0x30, {father, mother})});
    return field(13, {tlv(0x30, father), tlv(0x30, mother)});
}

Bytes spouse(const Profile::Identity& identity)
{
    if (identity.spouse.empty())
        return field(14, {});
    return field(14, {tlv(0x30, utf8(identity.spouse))});
}

} // namespace

Bytes makeDg13(const Profile& profile)
{
    const Profile::Identity& identity = profile.identity;
    const char* const day = "%02d/%02d/%04d";
    const Bytes fields = join({
        field(1, {printable(identity.number)}),
        field(2, {utf8(identity.name)}),
        field(3, {printable(written(identity.birth, day))}),
        field(4, {utf8(identity.sex == "male" ? "Nam" : "Nữ")}),
        field(5, {utf8(identity.nationality)}),
        field(6, {utf8(identity.ethnicity)}),
        field(7, {utf8(identity.religion)}),
        field(8, {utf8(identity.origin)}),
        field(9, {utf8(identity.residence)}),
        field(10, {utf8(identity.features)}),
        field(11, {printable(written(identity.issue, day))}),
        field(12, {utf8(identity.expiry ? written(*identity.expiry, day) : "Không thời hạn")}),
        parents(identity),
        spouse(identity),
        field(15, {printable(identity.oldNumber)}),
        field(16, {printable("0000000000000000")}),
    });
    return tlv(0x6D, tlv(0x30, {derInteger(1), oid("1.0.10646.1.0.8"), tlv(0x31, fields)}));
}

std::string qrText(const Profile& profile)
{
    const Profile::Identity& identity = profile.identity;
    if (identity.qrFields == 0)
        return {};
    const char* const day = "%02d%02d%04d";
    std::string text = identity.number + "|" + identity.oldNumber + "|" + identity.name + "|" +
                       written(identity.birth, day) + "|" + (identity.sex == "male" ? "Nam" : "Nữ") + "|" +
                       identity.residence + "|" + written(identity.issue, day);
    for (int count = 7; count < identity.qrFields; ++count)
        text += "|";
    return text;
}

} // namespace chinhchu::chip
