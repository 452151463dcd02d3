#include "kit/openssl_command.h"

#include <QFile>
#include <QProcess>

namespace kit {

QByteArray openssl(const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("openssl %s: %s", qPrintable(arguments.join(' ')), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QByteArray tlv(quint32 tag, const QByteArray& content)
{
    QByteArray encoded;
    for (int shift = 24; shift >= 0; shift -= 8) {
        if ((tag >> shift) != 0)
            encoded += char((tag >> shift) & 0xFF);
    }
    const qsizetype length = content.size();
    if (length < 0x80)
        encoded += char(length);
    else if (length < 0x100)
        encoded += QByteArray("\x81") + char(length);
    else
        encoded += QByteArray("\x82") + char(length >> 8) + char(length & 0xFF);
    return encoded + content;
}

QByteArray oid(const QByteArray& dotted)
{
    const QList<QByteArray> arcs = dotted.split('.');
    QByteArray content;
    for (int i = 1; i < arcs.size(); ++i) {
        const quint32 arc = arcs[i].toUInt() + (i == 1 ? arcs[0].toUInt() * 40 : 0);
        for (int shift = 28; shift > 0; shift -= 7) {
            if ((arc >> shift) != 0)
                content += char(0x80 | ((arc >> shift) & 0x7F));
        }
        content += char(arc & 0x7F);
    }
    return tlv(0x06, content);
}

QByteArray plainSignature(const QByteArray& der, int half)
{
    QByteArray plain;
    qsizetype position = 2;
    for (int i = 0; i < 2; ++i) {
        const int length = quint8(der[position + 1]);
        QByteArray number = der.mid(position + 2, length);
        while (number.size() > half)
            number.remove(0, 1);
        plain += number.rightJustified(half, '\0');
        position += 2 + length;
    }
    return plain;
}

QByteArray readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

void writeFile(const QString& path, const QByteArray& data)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace kit
