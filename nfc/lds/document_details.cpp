#include "nfc/lds/document_details.h"

#include "nfc/lds/detail_fields.h"

namespace chinhchu::nfc {

namespace {

constexpr std::size_t mostEntries = 9;

/// Takes the value over, or keeps what went wrong first.
class Collector
{
public:
    void take(SecretText& into, Result<SecretText> value)
    {
        if (value)
            into = std::move(*value);
        else if (m_right)
            m_right = tl::make_unexpected(value.error());
    }
    template <class T>
    Result<T> finish(T made)
    {
        if (!m_right)
            return tl::make_unexpected(m_right.error());
        return made;
    }

private:
    Result<void> m_right;
};

PersonToNotify readPerson(const DetailFields& fields, Collector& collector)
{
    PersonToNotify person;
    collector.take(person.recordedOn, fields.date(0x5F50));
    collector.take(person.name, fields.text(0x5F51, " "));
    collector.take(person.telephone, fields.text(0x5F52, " "));
    collector.take(person.address, fields.text(0x5F53, ", "));
    return person;
}

} // namespace

Result<PersonalDetails> parseDg11(ByteView raw)
{
    const auto file = readTlv(raw, 0x6B);
    if (!file)
        return tl::make_unexpected(file.error());
    const DetailFields fields(file->value);
    PersonalDetails details;
    Collector collector;
    collector.take(details.fullName, fields.text(0x5F0E, " "));
    collector.take(details.personalNumber, fields.text(0x5F10, " "));
    collector.take(details.birthDate, fields.date(0x5F2B));
    collector.take(details.birthPlace, fields.text(0x5F11, ", "));
    collector.take(details.address, fields.text(0x5F42, ", "));
    return collector.finish(std::move(details));
}

Result<DocumentDetails> parseDg12(ByteView raw)
{
    const auto file = readTlv(raw, 0x6C);
    if (!file)
        return tl::make_unexpected(file.error());
    const DetailFields fields(file->value);
    DocumentDetails details;
    Collector collector;
    collector.take(details.issuingAuthority, fields.text(0x5F19, " "));
    collector.take(details.issueDate, fields.date(0x5F26));
    return collector.finish(std::move(details));
}

Result<std::vector<PersonToNotify>> parseDg16(ByteView raw)
{
    const auto file = readTlv(raw, 0x70);
    if (!file)
        return tl::make_unexpected(file.error());
    std::vector<PersonToNotify> people;
    Collector collector;
    TlvReader reader(file->value);
    while (!reader.atEnd()) {
        const auto object = reader.next();
        if (!object)
            return tl::make_unexpected(object.error());
        // A1, A2, ...: one template for each person.
        if (object->tag < 0xA1 || object->tag > 0xAF)
            continue;
        if (people.size() == mostEntries)
            return fail(FailureCode::DataGroupMalformed, "DG16: more than 9 people");
        people.push_back(readPerson(DetailFields(object->value), collector));
    }
    return collector.finish(std::move(people));
}

Result<std::vector<Bytes>> parseDg7(ByteView raw)
{
    const auto file = readTlv(raw, 0x67);
    if (!file)
        return tl::make_unexpected(file.error());
    std::vector<Bytes> images;
    TlvReader reader(file->value);
    while (!reader.atEnd()) {
        const auto object = reader.next();
        if (!object)
            return tl::make_unexpected(object.error());
        if (object->tag != 0x5F43)
            continue;
        if (images.size() == mostEntries)
            return fail(FailureCode::DataGroupMalformed, "DG7: more than 9 images");
        images.emplace_back(object->value.begin(), object->value.end());
    }
    return images;
}

} // namespace chinhchu::nfc
