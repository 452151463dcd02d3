#include "http/json_reader.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>

namespace chinhchu::sandbox {

namespace {
constexpr qsizetype longestText = 64 * 1024;
}

JsonReader::JsonReader(QJsonObject object, QString where)
    : m_object(std::move(object))
    , m_where(std::move(where))
{
}

JsonReader JsonReader::parse(const QByteArray& document)
{
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(document, &error);
    if (error.error != QJsonParseError::NoError)
        throw JsonError{QStringLiteral("not JSON: %1 at byte %2").arg(error.errorString()).arg(error.offset)};
    if (!json.isObject())
        throw JsonError{QStringLiteral("not a JSON object")};
    return JsonReader(json.object());
}

void JsonReader::refuse(const QString& name, const QString& why) const
{
    throw JsonError{m_where + name + QStringLiteral(": ") + why};
}

QJsonValue JsonReader::take(const QString& name)
{
    m_known.insert(name);
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined())
        refuse(name, QStringLiteral("is missing"));
    return value;
}

QString JsonReader::text(const QString& name)
{
    const QJsonValue value = take(name);
    if (!value.isString() || value.toString().size() > longestText)
        refuse(name, QStringLiteral("is not a text of reasonable length"));
    return value.toString();
}

QString JsonReader::optionalText(const QString& name)
{
    return has(name) ? text(name) : QString();
}

QString JsonReader::oneOf(const QString& name, const QStringList& allowed)
{
    const QString value = text(name);
    if (!allowed.contains(value))
        refuse(name, QStringLiteral("is none of ") + allowed.join(QStringLiteral(", ")));
    return value;
}

double JsonReader::number(const QString& name)
{
    const QJsonValue value = take(name);
    if (!value.isDouble() || !std::isfinite(value.toDouble()))
        refuse(name, QStringLiteral("is not a number"));
    return value.toDouble();
}

bool JsonReader::boolean(const QString& name)
{
    const QJsonValue value = take(name);
    if (!value.isBool())
        refuse(name, QStringLiteral("is neither true nor false"));
    return value.toBool();
}

QDateTime JsonReader::time(const QString& name)
{
    static const QRegularExpression rfc3339(
        QStringLiteral(R"(^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$)"));
    const QString value = text(name);
    const QDateTime time = QDateTime::fromString(value, Qt::ISODateWithMs);
    if (!rfc3339.match(value).hasMatch() || !time.isValid())
        refuse(name, QStringLiteral("is not a time with offset (RFC 3339)"));
    return time.toUTC();
}

QByteArray JsonReader::base64(const QString& name)
{
    const QJsonValue value = take(name);
    if (!value.isString())
        refuse(name, QStringLiteral("is not base64"));
    const auto decoded = QByteArray::fromBase64Encoding(
        value.toString().toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        refuse(name, QStringLiteral("is not base64"));
    return *decoded;
}

QByteArray JsonReader::optionalBase64(const QString& name)
{
    return has(name) ? base64(name) : QByteArray();
}

JsonReader JsonReader::object(const QString& name)
{
    return JsonReader(raw(name), m_where + name + QLatin1Char('.'));
}

QJsonObject JsonReader::raw(const QString& name)
{
    const QJsonValue value = take(name);
    if (!value.isObject())
        refuse(name, QStringLiteral("is not an object"));
    return value.toObject();
}

QList<JsonReader> JsonReader::objects(const QString& name, int most)
{
    const QJsonValue value = take(name);
    if (!value.isArray() || value.toArray().size() > most)
        refuse(name, QStringLiteral("is not a list of at most %1").arg(most));
    QList<JsonReader> readers;
    for (const QJsonValue& item : value.toArray()) {
        const QString where = QStringLiteral("%1%2[%3].").arg(m_where, name).arg(readers.size());
        if (!item.isObject())
            refuse(name, QStringLiteral("holds something that is not an object"));
        readers.append(JsonReader(item.toObject(), where));
    }
    return readers;
}

QStringList JsonReader::texts(const QString& name, int most)
{
    const QJsonValue value = take(name);
    if (!value.isArray() || value.toArray().size() > most)
        refuse(name, QStringLiteral("is not a list of at most %1").arg(most));
    QStringList texts;
    for (const QJsonValue& item : value.toArray()) {
        if (!item.isString() || item.toString().size() > longestText)
            refuse(name, QStringLiteral("holds something that is not a text"));
        texts.append(item.toString());
    }
    return texts;
}

QList<double> JsonReader::numbers(const QString& name, int most)
{
    const QJsonValue value = take(name);
    if (!value.isArray() || value.toArray().size() > most)
        refuse(name, QStringLiteral("is not a list of at most %1").arg(most));
    QList<double> numbers;
    for (const QJsonValue& item : value.toArray()) {
        if (!item.isDouble())
            refuse(name, QStringLiteral("holds something that is not a number"));
        numbers.append(item.toDouble());
    }
    return numbers;
}

void JsonReader::finish() const
{
    for (const QString& name : m_object.keys()) {
        if (!m_known.contains(name))
            refuse(name, QStringLiteral("is not a member of this object"));
    }
}

QString toText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

} // namespace chinhchu::sandbox
