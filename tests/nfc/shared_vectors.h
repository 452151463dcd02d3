#pragma once

#include "resources/base/wiping_memory.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace chinhchu::tests {

/// The folder of test vectors that nobody on this project made; it is not part of the project and may be missing.
inline QString sharedVector(const QString& path)
{
    const QString root = qEnvironmentVariable("CHINHCHU_SHARED", QStringLiteral(CHINHCHU_SOURCE_DIR "/../shared"));
    return root + "/vectors/" + path;
}

inline Bytes readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray all = file.readAll();
    return Bytes(all.begin(), all.end());
}

inline Bytes fromHex(const QByteArray& hex)
{
    const QByteArray raw = QByteArray::fromHex(hex);
    return Bytes(raw.begin(), raw.end());
}

inline QByteArray toHex(ByteView data)
{
    return QByteArray(reinterpret_cast<const char*>(data.data()), static_cast<qsizetype>(data.size())).toHex();
}

inline QByteArray text(std::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

} // namespace chinhchu::tests

/// Skips a test that lacks its vector.
#define CHINHCHU_NEED_VECTOR(path)                                                                                     \
    if (!QFile::exists(chinhchu::tests::sharedVector(path)))                                                           \
    QSKIP(qPrintable(QStringLiteral("no test vector ") + chinhchu::tests::sharedVector(path)))
