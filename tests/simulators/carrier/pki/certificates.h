#pragma once

#include "pki/openssl_types.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <stdexcept>
#include <string>
#include <vector>

namespace chinhchu::sandbox {

/// The sandbox cannot go on: its files are unreadable or OpenSSL refused. Caught at the border (main, router).
struct PkiError : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// What a certificate of the sandbox is for; decides its extensions.
enum class CertificateUse
{
    Authority,
    Server,
    Seal,
    Device,
    Documents
};

struct CertificateWish
{
    CertificateUse use = CertificateUse::Device;
    QString commonName;
    /// Device: the place of the organisational unit, so that a device can never pass as the signer of documents.
    QString unit;
    QString secondUnit = {}; ///< device: what more the certificate says
    long startsInSeconds = -3600;
    long lastsSeconds = 2L * 365 * 24 * 3600;
};

/// A new P-256 key.
KeyPtr makeKey();

/// A certificate for @p subjectKey signed by @p issuer; self-signed where @p issuer is null.
CertificatePtr makeCertificate(const CertificateWish& wish, EVP_PKEY* subjectKey, X509* issuer, EVP_PKEY* issuerKey);

QByteArray toPem(X509* certificate);
QByteArray toPem(EVP_PKEY* key);
CertificatePtr certificateFromPem(const QByteArray& pem);
KeyPtr keyFromPem(const QByteArray& pem);

/// The subject's common name and organisational unit; empty if there is none.
QString commonName(const X509* certificate);
QString organisationalUnit(const X509* certificate);
/// All of them; a device at a point of the carrier's own has two.
QStringList organisationalUnits(const X509* certificate);

/// Does the certificate chain to @p authority right now?
bool issuedBy(X509* authority, X509* certificate);

} // namespace chinhchu::sandbox
