#include "app/evidence/evidence.h"

#include <openssl/evp.h>

#include <memory>

namespace chinhchu::app {

namespace {

constexpr std::size_t ChallengeSize = 8; // RND.IFD, ICAO 9303-11, 6.1

void update(EVP_MD_CTX* context, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    EVP_DigestUpdate(context, utf8.constData(), static_cast<std::size_t>(utf8.size()));
}

} // namespace

Bytes activeAuthenticationChallenge(ByteView nonce, const QString& deviceId, const QString& sessionId, ByteView sod)
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    EVP_DigestUpdate(context.get(), nonce.data(), nonce.size());
    update(context.get(), deviceId);
    update(context.get(), sessionId);
    EVP_DigestUpdate(context.get(), sod.data(), sod.size());

    Bytes digest(EVP_MAX_MD_SIZE);
    EVP_DigestFinal_ex(context.get(), digest.data(), nullptr);
    digest.resize(ChallengeSize);
    return digest;
}

} // namespace chinhchu::app
