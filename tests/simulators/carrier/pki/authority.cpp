#include "pki/authority.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSslCertificate>
#include <QSslKey>

namespace chinhchu::sandbox {

namespace {

QString deviceUnit(Authority::Kind kind)
{
    return kind == Authority::Kind::Demo ? QStringLiteral("demo-devices") : QStringLiteral("devices");
}

const QString carrierOwnPoints = QStringLiteral("carrier-own-points");

constexpr long tenYears = 10L * 365 * 24 * 3600;

QByteArray readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw PkiError("cannot read " + path.toStdString());
    return file.readAll();
}

void writeFile(const QString& path, const QByteArray& data)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size())
        throw PkiError("cannot write " + path.toStdString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

/// Reads NAME.crt and NAME.key, or makes both. The authority signs itself.
Identity openIdentity(const QDir& folder, const QString& name, const CertificateWish& wish, const Identity* issuer)
{
    const QString certificatePath = folder.filePath(name + ".crt");
    const QString keyPath = folder.filePath(name + ".key");
    if (QFile::exists(certificatePath))
        return {certificateFromPem(readFile(certificatePath)), keyFromPem(readFile(keyPath))};

    KeyPtr key = makeKey();
    CertificatePtr certificate =
        makeCertificate(wish, key.get(), issuer != nullptr ? issuer->certificate.get() : nullptr,
                        issuer != nullptr ? issuer->key.get() : key.get());
    writeFile(keyPath, toPem(key.get()));
    writeFile(certificatePath, toPem(certificate.get()));
    return {std::move(certificate), std::move(key)};
}

} // namespace

Authority Authority::open(const QString& folder, Kind kind)
{
    if (!QDir().mkpath(folder))
        throw PkiError("cannot make the folder " + folder.toStdString());
    const QDir dir(folder);
    // The server and the maker of an enrolment may be started at the same moment.
    QLockFile lock(dir.filePath(QStringLiteral("lock")));
    if (!lock.tryLock(10000))
        throw PkiError("the folder is in use: " + folder.toStdString());

    Authority authority;
    authority.m_kind = kind;
    authority.m_ca = openIdentity(
        dir, "ca", {CertificateUse::Authority, "ChinhChu sandbox authority", {}, {}, -3600, tenYears}, nullptr);
    authority.m_server = openIdentity(dir, "server", {CertificateUse::Server, "localhost", {}}, &authority.m_ca);
    authority.m_seal = openIdentity(dir, "seal", {CertificateUse::Seal, "ChinhChu sandbox seal", {}}, &authority.m_ca);
    authority.m_documents = openIdentity(
        dir, "documents", {CertificateUse::Documents, "ChinhChu sandbox documents", "documents"}, &authority.m_ca);
    return authority;
}

QSslConfiguration Authority::serverTls(bool expired) const
{
    QByteArray certificate = toPem(m_server.certificate.get());
    if (expired) {
        constexpr long day = 24 * 3600;
        const CertificateWish wish{CertificateUse::Server, "localhost", {}, {}, -30 * day, 29 * day};
        certificate = toPem(makeCertificate(wish, m_server.key.get(), m_ca.certificate.get(), m_ca.key.get()).get());
    }
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(certificate));
    tls.setPrivateKey(QSslKey(toPem(m_server.key.get()), QSsl::Ec));
    tls.setCaCertificates({QSslCertificate(toPem(m_ca.certificate.get()))});
    // Asked for, and judged request by request: a device that enrols and a script that asks for health have none yet.
    tls.setPeerVerifyMode(QSslSocket::QueryPeer);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    return tls;
}

CertificatePtr Authority::issueDevice(const QString& deviceId, EVP_PKEY* publicKey, Point point) const
{
    const QString second = point == Point::CarrierOwn ? carrierOwnPoints : QString();
    return makeCertificate({CertificateUse::Device, deviceId, deviceUnit(m_kind), second}, publicKey,
                           m_ca.certificate.get(), m_ca.key.get());
}

QString Authority::deviceOf(X509* certificate) const
{
    return issuedBy(m_ca.certificate.get(), certificate) ? deviceNamedBy(certificate) : QString();
}

Authority::Point Authority::pointNamedBy(const X509* verifiedCertificate)
{
    return organisationalUnits(verifiedCertificate).contains(carrierOwnPoints) ? Point::CarrierOwn : Point::Authorised;
}

QString Authority::deviceNamedBy(X509* verifiedCertificate) const
{
    if (organisationalUnit(verifiedCertificate) != deviceUnit(m_kind))
        return {};
    return commonName(verifiedCertificate);
}

} // namespace chinhchu::sandbox
