#include "app/settings/device_key.h"

#include "app/settings/device_key_access.h"
#include "app/settings/token_key.h"

namespace chinhchu::app {

namespace {

using RequestHandle = std::unique_ptr<X509_REQ, OpenSslDeleter<X509_REQ_free>>;

tl::unexpected<Failure> cannot(const char* what)
{
    return fail(FailureCode::SettingsInvalid, std::string(what) + ": " + opensslReason());
}

QByteArray contentOf(BIO* bio)
{
    char* data = nullptr;
    const long length = BIO_get_mem_data(bio, &data);
    return QByteArray(data, length);
}

Result<QByteArray> requestFor(EVP_PKEY* key)
{
    const RequestHandle request(X509_REQ_new());
    const BioHandle bio(BIO_new(BIO_s_mem()));
    const auto* name = reinterpret_cast<const unsigned char*>("ChinhChu");
    const bool made = request && X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) == 1 &&
                      X509_NAME_add_entry_by_txt(X509_REQ_get_subject_name(request.get()), "CN", MBSTRING_UTF8, name, -1,
                                                 -1, 0) == 1 &&
                      X509_REQ_set_pubkey(request.get(), key) == 1 &&
                      X509_REQ_sign(request.get(), key, EVP_sha256()) > 0 &&
                      PEM_write_bio_X509_REQ(bio.get(), request.get()) == 1;
    if (!made)
        return cannot("the certificate request cannot be made");
    return contentOf(bio.get());
}

Result<DeviceKey> keyInToken(const QString& uri)
{
    const auto where = TokenUri::parse(uri);
    if (!where)
        return tl::unexpected(where.error());
    if (auto made = makeTokenKey(*where); !made)
        return tl::unexpected(made.error());
    const auto key = tokenKey(*where);
    if (!key)
        return tl::unexpected(key.error());
    const auto request = requestFor(key->get());
    if (!request)
        return tl::unexpected(request.error());
    return DeviceKey{{}, *request, uri};
}

} // namespace

Result<DeviceKey> makeDeviceKey(const QString& uri)
{
    if (!uri.isEmpty())
        return keyInToken(uri);
    const KeyHandle key(EVP_EC_gen("P-256"));
    if (!key)
        return cannot("the device's key cannot be made");
    const auto request = requestFor(key.get());
    if (!request)
        return tl::unexpected(request.error());
    const BioHandle bio(BIO_new(BIO_s_secmem()));
    if (PEM_write_bio_PKCS8PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return cannot("the device's key cannot be written");
    return DeviceKey{contentOf(bio.get()), *request, {}};
}

Result<KeyHandle> deviceKey(const Enrolment& enrolment)
{
    if (!enrolment.deviceKeyUri.isEmpty()) {
        const auto where = TokenUri::parse(enrolment.deviceKeyUri);
        return where ? tokenKey(*where) : Result<KeyHandle>(tl::unexpected(where.error()));
    }
    KeyHandle key = parseKey(enrolment.deviceKeyPem);
    if (!key)
        return cannot("device.key");
    return key;
}

QSslKey tlsKey(const Enrolment& enrolment)
{
    if (enrolment.deviceKeyUri.isEmpty())
        return QSslKey(enrolment.deviceKeyPem, QSsl::Ec, QSsl::Pem);
    auto key = deviceKey(enrolment);
    return key ? QSslKey(Qt::HANDLE(key->release()), QSsl::PrivateKey) : QSslKey(); // Qt frees it
}

} // namespace chinhchu::app
