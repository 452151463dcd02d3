#include "kit/synthetic_chip.h"

#include "kit/openssl_command.h"

#include <QCryptographicHash>
#include <QDir>

namespace kit {

namespace {

QByteArray sha256(const QByteArray& data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256);
}

/// LDSSecurityObject (ICAO 9303-10, 4.6.2.3).
QByteArray hashesOf(const QMap<int, QByteArray>& groups)
{
    QByteArray list;
    for (auto group = groups.begin(); group != groups.end(); ++group)
        list += tlv(0x30, tlv(0x02, QByteArray(1, char(group.key()))) + tlv(0x04, sha256(group.value())));
    return tlv(0x30, tlv(0x02, QByteArray(1, '\0')) + tlv(0x30, oid("2.16.840.1.101.3.4.2.1")) + tlv(0x30, list));
}

/// TD1; check digits are not looked at by a carrier.
QByteArray zoneGroup(const SyntheticChip::Holder& holder)
{
    const QString line1 = QString("IDVNM" + holder.number.right(9) + "0" + holder.number).leftJustified(30, '<');
    const QString line2 = QString(holder.birth + "0M" + holder.expiry + "3VNM").leftJustified(30, '<');
    const QString line3 = holder.zoneName.leftJustified(30, '<');
    return tlv(0x61, tlv(0x5F1F, (line1 + line2 + line3).toLatin1()));
}

/// ActiveAuthenticationInfo with ecdsa-plain-SHA256 (ICAO 9303-11, 9.2.4).
QByteArray securityInfos()
{
    const QByteArray info = oid("2.23.136.1.1.5") + tlv(0x02, "\x01") + oid("0.4.0.127.0.7.1.1.4.1.3");
    return tlv(0x6E, tlv(0x31, tlv(0x30, info)));
}

/// One picture as ISO/IEC 19794-5 and CBEFF wrap it (ICAO 9303-10, 4.7.2): no feature points, nothing said about the
/// face.
QByteArray photographGroup(const QByteArray& picture)
{
    const auto number = [](qsizetype value) {
        return QByteArray::fromHex(QByteArray::number(value, 16).rightJustified(8, '0'));
    };
    const QByteArray face = number(20 + 12 + picture.size()) + QByteArray(16, '\0') +
                            QByteArray::fromHex("010001e002800102") + QByteArray(4, '\0') + picture;
    const QByteArray record = QByteArray("FAC\0"
                                         "010\0",
                                         8) +
                              number(14 + face.size()) + QByteArray("\0\1", 2) + face;
    const QByteArray header = tlv(0xA1, tlv(0x87, QByteArray("\1\1", 2)) + tlv(0x88, QByteArray("\0\x08", 2)));
    return tlv(0x75, tlv(0x7F61, tlv(0x02, "\1") + tlv(0x7F60, header + tlv(0x5F2E, record))));
}

} // namespace

SyntheticState::SyntheticState(const QString& folder, const QString& name)
    : m_folder(folder)
{
    QDir().mkpath(folder);
    const QString at = folder + "/";
    openssl({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:secp384r1", "-nodes", "-days", "3650",
             "-subj", "/C=VN/CN=" + name + " CSCA", "-addext", "keyUsage=critical,keyCertSign,cRLSign", "-keyout",
             at + "csca.key", "-out", csca()});
    openssl({"req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
             "/C=VN/CN=" + name + " signer", "-keyout", at + "signer.key", "-out", at + "signer.csr"});
    openssl({"x509", "-req", "-in", at + "signer.csr", "-CA", csca(), "-CAkey", at + "csca.key", "-CAcreateserial",
             "-days", "3650", "-out", at + "signer.crt"});
}

void SyntheticState::limitSignersKey(const QByteArray& from, const QByteArray& until) const
{
    const QString at = m_folder + "/";
    writeFile(at + "period.cnf", "2.5.29.16=DER:" + tlv(0x30, tlv(0x80, from) + tlv(0x81, until)).toHex(':') + '\n');
    openssl({"x509", "-req", "-in", at + "signer.csr", "-CA", csca(), "-CAkey", at + "csca.key", "-CAcreateserial", "-days",
             "3650", "-extfile", at + "period.cnf", "-out", at + "signer.crt"});
}

QByteArray SyntheticState::sign(const QMap<int, QByteArray>& groups) const
{
    return tlv(0x77,
               openssl({"cms", "-sign", "-binary", "-nodetach", "-md", "sha256", "-econtent_type", "2.23.136.1.1.1",
                        "-signer", m_folder + "/signer.crt", "-inkey", m_folder + "/signer.key", "-outform", "DER"},
                       hashesOf(groups)));
}

void SyntheticState::revokeSigner(const QString& file) const
{
    const QString configuration = m_folder + "/ca.cnf";
    writeFile(configuration, "[ca]\ndefault_ca=one\n[one]\ndatabase=" + m_folder.toUtf8() +
                                 "/index\ndefault_md=sha256\ndefault_crl_days=30\n");
    writeFile(m_folder + "/index", {});
    const QStringList authority{"ca", "-config", configuration, "-cert", csca(), "-keyfile", m_folder + "/csca.key"};
    openssl(authority + QStringList{"-revoke", m_folder + "/signer.crt"});
    openssl(authority + QStringList{"-gencrl", "-out", file});
}

SyntheticChip::SyntheticChip(const SyntheticState& state, const QString& folder, Proof proof, const Holder& holder)
    : m_keyFile(folder + "/chip.key")
    , m_proof(proof)
{
    QDir().mkpath(folder);
    m_groups[1] = zoneGroup(holder);
    m_groups[2] = photographGroup(photograph());
    m_groups[13] = tlv(0x6D, QByteArray("stays on the kiosk"));
    if (proof != Proof::None)
        makeKey();
    m_sod = state.sign(m_groups);
}

QByteArray SyntheticChip::photograph()
{
    return QByteArray::fromHex("FFD8FFE0") + "a photograph that nobody opens in these tests";
}

void SyntheticChip::makeKey()
{
    const bool rsa = m_proof == Proof::Rsa;
    const QStringList kind = rsa ? QStringList{"RSA", "-pkeyopt", "rsa_keygen_bits:2048"}
                                 : QStringList{"EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP256r1"};
    openssl(QStringList{"genpkey", "-out", m_keyFile, "-algorithm"} + kind);
    m_groups[15] = tlv(0x6F, openssl({"pkey", "-in", m_keyFile, "-pubout", "-outform", "DER"}));
    if (!rsa)
        m_groups[14] = securityInfos();
}

QByteArray SyntheticChip::answer(const QByteArray& challenge) const
{
    if (m_proof == Proof::Rsa) {
        // ISO/IEC 9796-2 scheme 1: 6A, M1, hash of M1 and the challenge, trailer 34CC; then the bare private operation.
        const QByteArray m1(256 - 1 - 32 - 2, '\x5A');
        const QByteArray message = QByteArray("\x6A") + m1 + sha256(m1 + challenge) + QByteArray("\x34\xCC");
        const QString file = m_keyFile + ".message";
        writeFile(file, message);
        return openssl({"pkeyutl", "-decrypt", "-inkey", m_keyFile, "-in", file, "-pkeyopt", "rsa_padding_mode:none"});
    }
    const QByteArray der = openssl({"dgst", "-sha256", "-sign", m_keyFile}, challenge);
    return m_proof == Proof::EcdsaDer ? der : plainSignature(der, 32);
}

} // namespace kit
