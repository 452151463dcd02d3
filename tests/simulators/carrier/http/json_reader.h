#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>

namespace chinhchu::sandbox {

/// What is wrong with a document, and where. Caught by the router (an error of the client) and by the opener of
/// evidence.
struct JsonError
{
    QString message;
};

/// Reads an object member by member; every member must be known, and of its type. Throws JsonError.
///
/// Call a reader for each member, then finish(). A text longer than 64 KiB is refused; pictures and files go through
/// base64().
class JsonReader
{
public:
    explicit JsonReader(QJsonObject object, QString where = {});

    /// A whole document. At most 64 levels deep by its own parser.
    static JsonReader parse(const QByteArray& document);

    [[nodiscard]] const QJsonObject& whole() const { return m_object; }
    [[nodiscard]] bool has(const QString& name) const { return m_object.contains(name); }

    QString text(const QString& name);
    QString optionalText(const QString& name);
    QString oneOf(const QString& name, const QStringList& allowed);
    double number(const QString& name);
    bool boolean(const QString& name);
    QDateTime time(const QString& name); ///< RFC 3339 with offset
    QByteArray base64(const QString& name);
    QByteArray optionalBase64(const QString& name);
    JsonReader object(const QString& name);
    QList<JsonReader> objects(const QString& name, int most);
    QStringList texts(const QString& name, int most);
    QList<double> numbers(const QString& name, int most);
    QJsonObject raw(const QString& name); ///< an object whose members have no fixed names

    /// Refuses members nobody asked for.
    void finish() const;

    [[noreturn]] void refuse(const QString& name, const QString& why) const;

private:
    QJsonValue take(const QString& name);

    QJsonObject m_object;
    QString m_where;
    QSet<QString> m_known;
};

/// RFC 3339 with milliseconds, UTC.
QString toText(const QDateTime& time);

} // namespace chinhchu::sandbox
