#include "pki/enrolment_folder.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace chinhchu::sandbox {

namespace {

void writeFile(const QDir& folder, const QString& name, const QByteArray& data)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size())
        throw PkiError("cannot write " + file.fileName().toStdString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

bool alreadyEnrolled(const Authority& authority, const QDir& folder, const EnrolmentWish& wish)
{
    QFile file(folder.filePath(QStringLiteral("device.crt")));
    if (!file.open(QIODevice::ReadOnly) || !QFile::exists(folder.filePath(QStringLiteral("device.key"))))
        return false;
    const BioPtr bio(BIO_new(BIO_s_mem()));
    const QByteArray pem = file.readAll();
    BIO_write(bio.get(), pem.constData(), int(pem.size()));
    const CertificatePtr certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    return certificate && authority.deviceOf(certificate.get()) == wish.deviceId &&
           Authority::pointNamedBy(certificate.get()) == wish.point;
}

} // namespace

void writeEnrolmentFolder(const Authority& authority, const EnrolmentWish& wish)
{
    const QDir folder(wish.folder);
    if (!folder.mkpath(QStringLiteral(".")))
        throw PkiError("cannot make the folder " + wish.folder.toStdString());
    if (!alreadyEnrolled(authority, folder, wish)) {
        const KeyPtr key = makeKey();
        writeFile(folder, QStringLiteral("device.key"), toPem(key.get()));
        writeFile(folder, QStringLiteral("device.crt"),
                  toPem(authority.issueDevice(wish.deviceId, key.get(), wish.point).get()));
    }
    writeFile(folder, QStringLiteral("carrier-ca.crt"), toPem(authority.certificate()));
    writeFile(folder, QStringLiteral("carrier-seal.crt"), toPem(authority.seal().certificate.get()));
    const QJsonObject enrolment{{"deviceId", wish.deviceId},
                                {"kind", authority.kind() == Authority::Kind::Demo ? "demo" : "production"},
                                {"carrierUrl", wish.carrierUrl},
                                {"place", wish.place}};
    writeFile(folder, QStringLiteral("enrolment.json"), QJsonDocument(enrolment).toJson());
}

} // namespace chinhchu::sandbox
