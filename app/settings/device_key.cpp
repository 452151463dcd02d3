#include "app/settings/device_key.h"

#include "app/evidence/openssl_handles.h"

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

} // namespace

Result<DeviceKey> makeDeviceKey()
{
    const KeyHandle key(EVP_EC_gen("P-256"));
    const RequestHandle request(X509_REQ_new());
    if (!key || !request)
        return cannot("the device's key cannot be made");
    X509_NAME* subject = X509_REQ_get_subject_name(request.get());
    const auto* name = reinterpret_cast<const unsigned char*>("ChinhChu");
    const bool filled = X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) == 1 &&
                        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, name, -1, -1, 0) == 1 &&
                        X509_REQ_set_pubkey(request.get(), key.get()) == 1 &&
                        X509_REQ_sign(request.get(), key.get(), EVP_sha256()) > 0;
    if (!filled)
        return cannot("the certificate request cannot be made");

    const BioHandle keyBio(BIO_new(BIO_s_secmem()));
    const BioHandle requestBio(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PKCS8PrivateKey(keyBio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1 ||
        PEM_write_bio_X509_REQ(requestBio.get(), request.get()) != 1)
        return cannot("the device's key cannot be written");
    return DeviceKey{contentOf(keyBio.get()), contentOf(requestBio.get())};
}

} // namespace chinhchu::app
