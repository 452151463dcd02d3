#pragma once

#include <QByteArray>

#include <optional>

namespace chinhchu::sandbox {

/// Walks BER data objects with definite lengths (ITU-T X.690, 8.1), never beyond the bytes it was given.
class DerWalker
{
public:
    struct Object
    {
        quint32 tag = 0;    ///< as it stands in the file: 0x30, 0x5F1F ...
        QByteArray value;   ///< the content
        QByteArray encoded; ///< with tag and length
    };

    explicit DerWalker(QByteArray data)
        : m_data(std::move(data))
    {
    }

    /// The next object, or nothing at the end and where the bytes make no sense.
    std::optional<Object> next();
    /// The next object if it has this tag.
    std::optional<QByteArray> next(quint32 tag);
    [[nodiscard]] bool atEnd() const { return m_position >= m_data.size(); }

private:
    QByteArray m_data;
    qsizetype m_position = 0;
};

/// The content of a file that is one object of this tag and nothing else.
std::optional<QByteArray> contentOf(const QByteArray& file, quint32 tag);

/// "2.23.136.1.1.5"; empty if it is none.
QByteArray oidText(const QByteArray& content);

} // namespace chinhchu::sandbox
