#pragma once

#include "pki/certificates.h"

#include <QSslConfiguration>
#include <QString>

namespace chinhchu::sandbox {

/// A certificate with its key.
struct Identity
{
    CertificatePtr certificate;
    KeyPtr key;
};

/// The carrier's own small authority: it issues the server's, the devices', the sealing and the document-signing
/// certificate.
///
/// It is an authority for demonstrations or for real work. The organisational unit of a device's certificate says which
/// ("demo-devices" or "devices"), and one takes no device of the other.
///
/// Kept as PEM files in one folder, made there on first use: ca, server, seal and documents, each .crt and .key.
/// Several sandboxes may share the folder. Immutable after opening, so threads may share one.
class Authority
{
public:
    enum class Kind
    {
        Demo,
        Production
    };

    /// Whose the point of service is where a device stands.
    enum class Point
    {
        Authorised,
        CarrierOwn
    };

    /// Throws PkiError.
    static Authority open(const QString& folder, Kind kind);

    [[nodiscard]] Kind kind() const { return m_kind; }

    [[nodiscard]] X509* certificate() const { return m_ca.certificate.get(); }
    /// Evidence is sealed to this one.
    [[nodiscard]] const Identity& seal() const { return m_seal; }
    /// Signs policy, trust list and nonces: the organisational unit is "documents".
    [[nodiscard]] const Identity& documents() const { return m_documents; }

    /// TLS for the server: its certificate, and every client asked for one of this authority.
    /// @p expired presents a certificate whose time is over, for the tests of clients.
    [[nodiscard]] QSslConfiguration serverTls(bool expired) const;

    /// A certificate for a device; its common name is the device id. One at a point of service of the carrier's own has
    /// a second organisational unit that says so.
    [[nodiscard]] CertificatePtr issueDevice(const QString& deviceId, EVP_PKEY* publicKey, Point point) const;

    /// The device id of a certificate that this authority issued to a device; empty for any other certificate.
    [[nodiscard]] QString deviceOf(X509* certificate) const;
    /// The same for a certificate whose chain to this authority was verified already.
    [[nodiscard]] QString deviceNamedBy(X509* verifiedCertificate) const;
    /// Where the device of a verified certificate stands.
    [[nodiscard]] static Point pointNamedBy(const X509* verifiedCertificate);

private:
    Kind m_kind = Kind::Demo;
    Identity m_ca;
    Identity m_server;
    Identity m_seal;
    Identity m_documents;
};

} // namespace chinhchu::sandbox
