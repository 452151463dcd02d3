#pragma once

#include <QByteArray>
#include <QStringList>

/// Everything cryptographic in these tests is made by the openssl command, so that no code under test makes its own
/// proof.
namespace kit {

/// Output of `openssl ARGUMENTS`; fails the test program where the command fails.
QByteArray openssl(const QStringList& arguments, const QByteArray& input = {});

/// DER: tag, length, content.
QByteArray tlv(quint32 tag, const QByteArray& content);
/// DER of an object identifier, "2.23.136.1.1.1".
QByteArray oid(const QByteArray& dotted);
/// r and s side by side, each @p half bytes, of a DER signature.
QByteArray plainSignature(const QByteArray& der, int half);

QByteArray readFile(const QString& path);
void writeFile(const QString& path, const QByteArray& data);

} // namespace kit
