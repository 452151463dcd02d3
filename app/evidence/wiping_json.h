#pragma once

#include "resources/base/wiping_memory.h"

#include <QDateTime>
#include <QString>

#include <rapidjson/writer.h>

#include <string_view>

namespace chinhchu::app {

/// A JSON document that grows in wiping memory, with the few kinds of values this project writes.
class WipingJson
{
public:
    void beginObject() { m_writer.StartObject(); }
    void endObject() { m_writer.EndObject(); }
    void beginArray() { m_writer.StartArray(); }
    void endArray() { m_writer.EndArray(); }
    void key(std::string_view name) { text(name); }

    void text(std::string_view utf8) { m_writer.String(utf8.data(), static_cast<rapidjson::SizeType>(utf8.size())); }

    void text(const char* utf8) { text(std::string_view(utf8)); }

    void text(const QString& value)
    {
        QByteArray utf8 = value.toUtf8();
        text(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
        ::explicit_bzero(utf8.data(), static_cast<std::size_t>(utf8.size()));
    }

    void integer(int value) { m_writer.Int(value); }
    void number(double value) { m_writer.Double(value); }
    void boolean(bool value) { m_writer.Bool(value); }
    /// RFC 3339 with offset; "" for an invalid time.
    void time(const QDateTime& value);
    /// Base64 with padding (RFC 4648, 4).
    void binary(ByteView value);

    template <class T>
    void member(std::string_view name, const T& value)
    {
        key(name);
        text(value);
    }

    /// The finished document; this object is empty afterwards.
    Bytes take() { return std::move(m_stream.bytes); }

private:
    struct Stream
    {
        using Ch = char;
        Bytes bytes;
        void Put(char character) { bytes.push_back(static_cast<std::uint8_t>(character)); }
        void Flush() {}
    };
    Stream m_stream;
    rapidjson::Writer<Stream, rapidjson::UTF8<>, rapidjson::UTF8<>, rapidjson::CrtAllocator> m_writer{m_stream};
};

} // namespace chinhchu::app
