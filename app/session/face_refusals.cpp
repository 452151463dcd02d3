#include "app/session/face_refusals.h"

#include <QMessageAuthenticationCode>

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
    if (m_refusals.size() >= MostCards) {
        m_refusals.clear();
    }
    ++m_refusals[nameOf(documentNumber)];
}

void FaceRefusals::forget(const SecretText& documentNumber)
{
    m_refusals.erase(nameOf(documentNumber));
}

bool FaceRefusals::isForStaff(const SecretText& documentNumber) const
{
    const auto found = m_refusals.find(nameOf(documentNumber));
    return found != m_refusals.end() && found->second >= Most;
}

QByteArray FaceRefusals::nameOf(const SecretText& documentNumber) const
{
    const auto key =
        QByteArray::fromRawData(reinterpret_cast<const char*>(m_key.data()), static_cast<qsizetype>(m_key.size()));
    const std::string_view number = documentNumber.view();
    return QMessageAuthenticationCode::hash(
        QByteArray::fromRawData(number.data(), static_cast<qsizetype>(number.size())), key, QCryptographicHash::Sha256);
}

} // namespace chinhchu::app
