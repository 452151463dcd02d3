#include "emrtd/der.h"

namespace chinhchu::sandbox {

namespace {

quint8 at(const QByteArray& data, qsizetype index)
{
    return static_cast<quint8>(data[index]);
}

} // namespace

std::optional<DerWalker::Object> DerWalker::next()
{
    qsizetype position = m_position;
    if (position >= m_data.size())
        return {};
    quint32 tag = at(m_data, position++);
    if ((tag & 0x1F) == 0x1F) { // more bytes of the tag follow; three are enough for every file of a chip
        int more = 0;
        do {
            if (position >= m_data.size() || ++more > 3)
                return {};
            tag = (tag << 8) | at(m_data, position);
        } while ((at(m_data, position++) & 0x80) != 0);
    }
    if (position >= m_data.size())
        return {};
    qsizetype length = at(m_data, position++);
    if (length > 0x84 || length == 0x80)
        return {};
    if (length > 0x80) {
        const qsizetype octets = length - 0x80;
        if (octets > m_data.size() - position)
            return {};
        length = 0;
        for (qsizetype i = 0; i < octets; ++i)
            length = (length << 8) | at(m_data, position++);
    }
    if (length > m_data.size() - position)
        return {};
    Object object{tag, m_data.mid(position, length), m_data.mid(m_position, position + length - m_position)};
    m_position = position + length;
    return object;
}

std::optional<QByteArray> DerWalker::next(quint32 tag)
{
    const auto object = next();
    if (!object || object->tag != tag)
        return {};
    return object->value;
}

std::optional<QByteArray> contentOf(const QByteArray& file, quint32 tag)
{
    DerWalker walker(file);
    auto content = walker.next(tag);
    return content && walker.atEnd() ? content : std::nullopt;
}

QByteArray oidText(const QByteArray& content)
{
    QByteArray text;
    quint64 arc = 0;
    bool first = true;
    for (qsizetype i = 0; i < content.size() && i < 64; ++i) {
        arc = (arc << 7) | (at(content, i) & 0x7F);
        if ((at(content, i) & 0x80) != 0)
            continue;
        if (first) { // X.690, 8.19.4: the first two arcs share a subidentifier
            const quint64 top = arc < 80 ? arc / 40 : 2;
            text = QByteArray::number(top) + '.' + QByteArray::number(arc - top * 40);
            first = false;
        } else {
            text += '.' + QByteArray::number(arc);
        }
        arc = 0;
    }
    return text;
}

} // namespace chinhchu::sandbox
