#include "app/settings/credentials_check.h"

#include "app/settings/device_key_access.h"

namespace chinhchu::app {

namespace {

tl::unexpected<Failure> invalid(const char* file, const std::string& why)
{
    ERR_clear_error();
    return fail(FailureCode::SettingsInvalid, std::string(file) + ": " + why);
}

bool isP256(const EVP_PKEY* key)
{
    char group[80] = {};
    std::size_t length = 0;
    return EVP_PKEY_get_group_name(key, group, sizeof group, &length) == 1 &&
           std::string_view(group, length) == "prime256v1";
}

/// The carrier's authority says in the certificate for what a device is enrolled, so that nobody turns one into the
/// other by editing enrolment.json. Every unit counts: a demonstration's mark cannot be hidden behind another.
bool isForDemonstrations(const X509* device)
{
    return hasUnit(device, DemoDevicesUnit);
}

Result<void> checkKind(const Enrolment& enrolment, const X509* device)
{
    const bool demo = enrolment.kind == Enrolment::Kind::Demo;
    if (demo == isForDemonstrations(device))
        return {};
    return invalid("device.crt", demo ? "is for real work, and the enrolment is for demonstrations"
                                      : "is for demonstrations, and the enrolment is for real work");
}

} // namespace

Enrolment::Point pointOf(const QByteArray& deviceCertificatePem)
{
    const CertificateHandle device = parseCertificate(deviceCertificatePem);
    ERR_clear_error();
    return device && hasUnit(device.get(), CarrierOwnPointsUnit) ? Enrolment::Point::CarrierOwn
                                                                 : Enrolment::Point::Authorised;
}

Result<void> checkCredentials(const Enrolment& enrolment)
{
    const auto found = deviceKey(enrolment);
    if (!found && !enrolment.deviceKeyUri.isEmpty())
        return tl::unexpected(found.error());
    if (!found || !isP256(found->get()))
        return invalid("device.key", "not an unencrypted EC P-256 key");

    const CertificateHandle device = parseCertificate(enrolment.deviceCertificatePem);
    if (!device)
        return invalid("device.crt", "not a certificate");
    if (X509_check_private_key(device.get(), found->get()) != 1)
        return invalid("device.crt", "does not belong to device.key");
    if (commonName(device.get()) != enrolment.deviceId)
        return invalid("device.crt", "is not for the deviceId of enrolment.json");
    if (auto kind = checkKind(enrolment, device.get()); !kind)
        return kind;

    if (!parseCertificate(enrolment.carrierAuthorityPem))
        return invalid("carrier-ca.crt", "not a certificate");

    const CertificateHandle seal = parseCertificate(enrolment.carrierSealPem);
    if (!seal)
        return invalid("carrier-seal.crt", "not a certificate");
    if (EVP_PKEY_get_base_id(X509_get0_pubkey(seal.get())) != EVP_PKEY_EC)
        return invalid("carrier-seal.crt", "has no EC key");
    return {};
}

} // namespace chinhchu::app
