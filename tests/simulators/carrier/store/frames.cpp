#include "store/frames.h"

#include <openssl/sha.h>

namespace chinhchu::sandbox {

namespace {

QByteArray sha256(const QByteArray& data)
{
    QByteArray hash(SHA256_DIGEST_LENGTH, '\0');
    SHA256(reinterpret_cast<const unsigned char*>(data.constData()), std::size_t(data.size()),
           reinterpret_cast<unsigned char*>(hash.data()));
    return hash;
}

} // namespace

void Frames::add(const QByteArray& jpeg, const QString& bindingId)
{
    m_connection.change(
        QStringLiteral("INSERT INTO frames (sha256, binding_id) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING"),
        {sha256(jpeg), bindingId});
}

bool Frames::isOfAnother(const QByteArray& jpeg, const QString& bindingId)
{
    const Rows rows =
        m_connection.run(QStringLiteral("SELECT binding_id FROM frames WHERE sha256 = ?"), {sha256(jpeg)});
    return !rows.isEmpty() && rows.first().first().toString() != bindingId;
}

} // namespace chinhchu::sandbox
