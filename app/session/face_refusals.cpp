#include "app/session/face_refusals.h"

#include <openssl/hmac.h>
#include <openssl/rand.h>

namespace chinhchu::app {

FaceRefusals::FaceRefusals()
    : m_key(32)
{
    // Without random numbers no card can be read either.
    static_cast<void>(RAND_bytes(m_key.data(), static_cast<int>(m_key.size())));
}

void FaceRefusals::count(const SecretText& documentNumber)
{
    ++timesOf(documentNumber);
}

void FaceRefusals::forget(const SecretText& documentNumber)
{
    m_refusals.erase(nameOf(documentNumber));
}

int FaceRefusals::timesCaught(const SecretText& documentNumber) const
{
    const auto found = m_refusals.find(nameOf(documentNumber));
    return found != m_refusals.end() ? found->second : 0;
}

void FaceRefusals::rememberAtLeast(const SecretText& documentNumber, int times)
{
    if (times > timesCaught(documentNumber)) {
        timesOf(documentNumber) = times;
    }
}

int& FaceRefusals::timesOf(const SecretText& documentNumber)
{
    if (m_refusals.size() >= MostCards) {
        m_refusals.clear();
    }
    return m_refusals[nameOf(documentNumber)];
}

/// By OpenSSL, which wipes its working memory: a block of the number would stay behind in that of QCryptographicHash.
QByteArray FaceRefusals::nameOf(const SecretText& documentNumber) const
{
    QByteArray name(32, '\0');
    const std::string_view number = documentNumber.view();
    unsigned int length = 0;
    HMAC(EVP_sha256(), m_key.data(), static_cast<int>(m_key.size()),
         reinterpret_cast<const unsigned char*>(number.data()), number.size(),
         reinterpret_cast<unsigned char*>(name.data()), &length);
    return name;
}

} // namespace chinhchu::app
