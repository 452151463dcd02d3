#include "kit/quick_sealer.h"

#include "kit/openssl_command.h"
#include "pki/openssl_types.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QUuid>

namespace kit {

namespace {

using chinhchu::sandbox::BioPtr;
using chinhchu::sandbox::CertificatePtr;
using chinhchu::sandbox::CmsPtr;
using chinhchu::sandbox::DigestContextPtr;
using chinhchu::sandbox::KeyPtr;

BioPtr reader(const QByteArray& data)
{
    return BioPtr(BIO_new_mem_buf(data.constData(), int(data.size())));
}

CertificatePtr certificate(const QString& file)
{
    return CertificatePtr(PEM_read_bio_X509(reader(readFile(file)).get(), nullptr, nullptr, nullptr));
}

KeyPtr key(const QString& file)
{
    return KeyPtr(PEM_read_bio_PrivateKey(reader(readFile(file)).get(), nullptr, nullptr, nullptr));
}

QByteArray der(CMS_ContentInfo* cms)
{
    unsigned char* bytes = nullptr;
    const int length = i2d_CMS_ContentInfo(cms, &bytes);
    if (length <= 0)
        qFatal("cannot seal");
    const QByteArray copy(reinterpret_cast<const char*>(bytes), length);
    OPENSSL_free(bytes);
    return copy;
}

QByteArray signature(EVP_PKEY* key, const QByteArray& message)
{
    const DigestContextPtr digest(EVP_MD_CTX_new());
    QByteArray signature(256, '\0');
    std::size_t length = std::size_t(signature.size());
    if (EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key) != 1 ||
        EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char*>(signature.data()), &length,
                       reinterpret_cast<const unsigned char*>(message.constData()), std::size_t(message.size())) != 1)
        qFatal("the chip cannot answer");
    return signature.left(qsizetype(length));
}

} // namespace

struct QuickSealer::Private
{
    CertificatePtr signer;
    KeyPtr key;
    CertificatePtr seal;
    KeyPtr chip;
};

QuickSealer::QuickSealer(const Device& device, const QString& chipKeyFile)
    : d(std::make_unique<Private>(Private{certificate(device.file("device.crt")), key(device.file("device.key")),
                                          certificate(device.file("carrier-seal.crt")),
                                          chipKeyFile.isEmpty() ? nullptr : key(chipKeyFile)}))
    , m_deviceId(device.id)
{
}

QuickSealer::~QuickSealer() = default;

Session QuickSealer::another(const Session& model, const QJsonObject& nonce, const QByteArray& sod) const
{
    const auto base64 = [](const QByteArray& data) { return QString::fromLatin1(data.toBase64()); };
    Session session = model;
    session.bindingId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    session.sessionId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QByteArray challenge =
        challengeOf(QByteArray::fromBase64(nonce["nonce"].toString().toLatin1()), m_deviceId, session.sessionId, sod);
    const QJsonObject freshness{
        {"kind", "batch"}, {"nonceId", nonce["nonceId"]}, {"nonce", nonce["nonce"]}};
    const QJsonObject answer{{"challenge", base64(challenge)},
                             {"response", base64(plainSignature(signature(d->chip.get(), challenge), 32))}};
    session.set("bindingId", session.bindingId);
    session.set("sessionId", session.sessionId);
    session.set("createdAt", QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    session.set("freshness", freshness);
    session.set("chip.activeAuthentication", answer);
    return session;
}

QByteArray QuickSealer::seal(const Session& session) const
{
    const QByteArray payload = QJsonDocument(session.document).toJson(QJsonDocument::Compact);
    const CmsPtr signedData(
        CMS_sign(d->signer.get(), d->key.get(), nullptr, reader(payload).get(), CMS_BINARY | CMS_CADES));
    STACK_OF(X509)* recipients = sk_X509_new_null();
    sk_X509_push(recipients, d->seal.get());
    const CmsPtr sealed(CMS_encrypt(recipients, reader(der(signedData.get())).get(), EVP_aes_256_gcm(), CMS_BINARY));
    sk_X509_free(recipients);
    return der(sealed.get());
}

} // namespace kit
