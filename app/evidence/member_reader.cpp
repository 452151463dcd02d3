#include "app/evidence/member_reader.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cctype>
#include <optional>

namespace chinhchu::app {

namespace {

const rapidjson::Value& nothing()
{
    static const rapidjson::Value null;
    return null;
}

/// Strict base64 (RFC 4648, 4): the alphabet, then padding to a multiple of four; none otherwise.
std::optional<Bytes> decoded(std::string_view text)
{
    const std::size_t padding = text.size() - std::min(text.find('='), text.size());
    const auto inAlphabet = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '+' || c == '/'; };
    const std::string_view digits = text.substr(0, text.size() - padding);
    if (text.size() % 4 != 0 || padding > 2 || !std::all_of(digits.begin(), digits.end(), inAlphabet) ||
        text.find_first_not_of('=', digits.size()) != std::string_view::npos)
        return std::nullopt;
    Bytes bytes(text.size() / 4 * 3);
    if (EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char*>(text.data()),
                        static_cast<int>(text.size())) < 0)
        return std::nullopt;
    bytes.resize(bytes.size() - padding);
    return bytes;
}

} // namespace

MemberReader::MemberReader(const rapidjson::Value& value, std::string path, std::string& error)
    : m_value(value.IsObject() ? value : nothing())
    , m_path(std::move(path))
    , m_error(error)
{
    if (!value.IsObject())
        refuse("", "is not an object");
}

void MemberReader::refuse(const std::string& name, const char* why)
{
    if (m_error.empty())
        m_error = m_path + name + ' ' + why;
}

bool MemberReader::has(const char* name) const
{
    return m_value.IsObject() && m_value.HasMember(name);
}

const rapidjson::Value& MemberReader::take(const char* name)
{
    if (!has(name)) {
        refuse(name, "is missing");
        return nothing();
    }
    m_taken.insert(name);
    return m_value[name];
}

std::string_view MemberReader::text(const char* name)
{
    const rapidjson::Value& value = take(name);
    if (!value.IsString()) {
        refuse(name, "is not a text");
        return {};
    }
    return {value.GetString(), value.GetStringLength()};
}

QString MemberReader::string(const char* name)
{
    const std::string_view utf8 = text(name);
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

int MemberReader::oneOf(const char* name, std::initializer_list<std::string_view> choices)
{
    const auto found = std::find(choices.begin(), choices.end(), text(name));
    if (found == choices.end()) {
        refuse(name, "is none of the known values");
        return 0;
    }
    return static_cast<int>(found - choices.begin());
}

double MemberReader::number(const char* name)
{
    const rapidjson::Value& value = take(name);
    if (!value.IsNumber()) {
        refuse(name, "is not a number");
        return 0;
    }
    return value.GetDouble();
}

bool MemberReader::boolean(const char* name)
{
    const rapidjson::Value& value = take(name);
    if (!value.IsBool())
        refuse(name, "is neither true nor false");
    return value.IsTrue();
}

QDateTime MemberReader::time(const char* name)
{
    const QDateTime found = QDateTime::fromString(string(name), Qt::ISODateWithMs);
    if (!found.isValid() || found.timeSpec() == Qt::LocalTime)
        refuse(name, "is not a time with offset");
    return found;
}

Bytes MemberReader::binary(const char* name)
{
    auto bytes = decoded(text(name));
    if (!bytes) {
        refuse(name, "is not base64");
        return {};
    }
    return *std::move(bytes);
}

MemberReader MemberReader::object(const char* name)
{
    return {take(name), m_path + name + '.', m_error};
}

std::vector<MemberReader> MemberReader::objects(const char* name, std::size_t most)
{
    const rapidjson::Value& value = take(name);
    std::vector<MemberReader> readers;
    if (!value.IsArray() || value.Size() > most) {
        refuse(name, "is not a list of the allowed length");
        return readers;
    }
    for (const rapidjson::Value& entry : value.GetArray())
        readers.emplace_back(entry, m_path + name + "[].", m_error);
    return readers;
}

std::vector<int> MemberReader::integers(const char* name, std::size_t most)
{
    const rapidjson::Value& value = take(name);
    std::vector<int> found;
    if (!value.IsArray() || value.Size() > most) {
        refuse(name, "is not a list of the allowed length");
        return found;
    }
    for (const rapidjson::Value& entry : value.GetArray()) {
        if (!entry.IsInt())
            refuse(name, "holds something that is no whole number");
        else
            found.push_back(entry.GetInt());
    }
    return found;
}

std::vector<std::pair<std::string, double>> MemberReader::numbers(const char* name)
{
    const rapidjson::Value& value = take(name);
    std::vector<std::pair<std::string, double>> found;
    if (!value.IsObject()) {
        refuse(name, "is not an object");
        return found;
    }
    for (const auto& member : value.GetObject()) {
        if (!member.value.IsNumber())
            refuse(name, "holds something that is no number");
        else
            found.emplace_back(member.name.GetString(), member.value.GetDouble());
    }
    return found;
}

void MemberReader::finish()
{
    // A name that stands there twice was taken once, so it is refused here too.
    if (m_value.IsObject() && m_value.MemberCount() != m_taken.size())
        refuse("", "has a member that is not known");
}

} // namespace chinhchu::app
