#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace counter {

/// Looks through everything that lies on a kiosk's disk for what must never lie there in plain: texts in every spelling
/// a program may give them, and pieces of pictures and other files.
class DiskSearch
{
public:
    /// In UTF-8 and UTF-16, composed and decomposed, with and without diacritics, as it is and in capitals and small
    /// letters, and inside base64.
    void addText(const QString& text);
    /// Pieces from all over @p content, as they are and inside base64.
    void addFile(const QByteArray& content, const QString& name);
    /// These very bytes.
    void addBytes(const QByteArray& bytes, const QString& name);

    /// Looks through every file below @p folder that was not looked through as it is now.
    void look(const QString& folder);

    /// What lay in plain so far, "NAME in FILE".
    [[nodiscard]] QStringList found() const { return m_found; }
    /// Which of the names have not been found anywhere: none of them where everything lies in plain.
    [[nodiscard]] QStringList neverFound() const;
    /// How much was looked through.
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    struct Needle
    {
        QByteArray bytes;
        QString name;
    };
    void addWithBase64(const QByteArray& bytes, const QString& name);
    void lookInto(const QString& file);

    std::vector<Needle> m_needles;
    QHash<QString, std::pair<qint64, QDateTime>> m_seen; ///< size and time of each file at the last look
    QStringList m_found;
    qint64 m_bytes = 0;
};

} // namespace counter
