#include "emrtd/photograph.h"

#include "emrtd/der.h"

#include <QtEndian>

namespace chinhchu::sandbox {

namespace {

constexpr quint32 dg2Tag = 0x75;
constexpr quint32 groupTag = 0x7F61;
constexpr quint32 instanceTag = 0x7F60;
constexpr quint32 plainBlockTag = 0x5F2E;
constexpr quint32 constructedBlockTag = 0x7F2E;

// ISO/IEC 19794-5:2005: the record's header (5.4), face (5.5), each feature point (5.6), image (5.7).
constexpr qsizetype headerSize = 14;
constexpr qsizetype faceSize = 20;
constexpr qsizetype pointSize = 8;
constexpr qsizetype imageSize = 12;

/// The content of the first object of this tag among those in @p data.
QByteArray find(const QByteArray& data, std::initializer_list<quint32> tags)
{
    DerWalker walker(data);
    while (const auto object = walker.next())
        for (const quint32 tag : tags)
            if (object->tag == tag)
                return object->value;
    return {};
}

} // namespace

QByteArray photographIn(const QByteArray& dg2)
{
    const QByteArray group = find(find(dg2, {dg2Tag}), {groupTag});
    const QByteArray record = find(find(group, {instanceTag}), {plainBlockTag, constructedBlockTag});
    if (!record.startsWith(QByteArray("FAC\0" "010\0", 8)) || record.size() < headerSize + faceSize)
        return {};
    const QByteArray face = record.mid(headerSize);
    const qsizetype size = qFromBigEndian<quint32>(face.constData());
    const qsizetype points = qFromBigEndian<quint16>(face.constData() + 4);
    const qsizetype image = faceSize + points * pointSize + imageSize;
    return image < size && size <= face.size() ? face.mid(image, size - image) : QByteArray();
}

} // namespace chinhchu::sandbox
