#include "tests/app/delivery/enrolled_home.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace chinhchu::testing {

QByteArray openssl(const QString& folder, const QStringList& arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start("openssl", arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("openssl %s: %s", qPrintable(arguments.join(' ')), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

EnrolledHome::EnrolledHome()
{
    // Made once for each program; openssl starts slowly.
    static const EnrolledHome made{MakeKeys()};
    for (const QString room : {"enrolment", "carrier"}) {
        QDir(folder()).mkpath(room);
        for (const QString& name : QDir(made.file(room)).entryList(QDir::Files))
            QFile::copy(made.file(room + '/' + name), file(room + '/' + name));
    }
}

EnrolledHome::EnrolledHome(MakeKeys)
{
    QDir(folder()).mkpath("enrolment");
    QDir(folder()).mkpath("carrier");
    makeAuthority("carrier/ca.key", "enrolment/carrier-ca.crt");
    issue("enrolment/device.key", "enrolment/device.crt", "kiosk-0001", "carrier/ca.key", "enrolment/carrier-ca.crt");
    issue("carrier/seal.key", "enrolment/carrier-seal.crt", "Seal", "carrier/ca.key", "enrolment/carrier-ca.crt");
    issue("carrier/server.key", "carrier/server.crt", "localhost", "carrier/ca.key", "enrolment/carrier-ca.crt");
    makeAuthority("carrier/stranger-ca.key", "carrier/stranger-ca.crt");
    issue("carrier/stranger.key", "carrier/stranger.crt", "localhost", "carrier/stranger-ca.key",
          "carrier/stranger-ca.crt");
    issue("carrier/other-name.key", "carrier/other-name.crt", "elsewhere.example", "carrier/ca.key",
          "enrolment/carrier-ca.crt");
    write("enrolment/enrolment.json", R"({"deviceId": "kiosk-0001", "kind": "demo", "carrierUrl": "https://localhost:1",
                                          "place": "Nhà văn hóa thôn 3"})");
}

void EnrolledHome::makeAuthority(const QString& key, const QString& certificate) const
{
    openssl(folder(), {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                       "-subj", "/CN=Authority " + QFileInfo(key).baseName(), "-keyout", key, "-out", certificate});
}

void EnrolledHome::issue(const QString& key, const QString& certificate, const QString& commonName,
                         const QString& authorityKey, const QString& authority) const
{
    openssl(folder(), {"req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
                       (key.endsWith("device.key") ? "/OU=demo-devices/CN=" : "/CN=") + commonName, "-keyout", key,
                       "-out", certificate + ".csr"});
    write(certificate + ".ext", "subjectAltName=DNS:" + commonName.toLatin1().replace(' ', '-') +
                                    "\nkeyUsage=digitalSignature,keyAgreement\nbasicConstraints=CA:FALSE\n");
    openssl(folder(), {"x509", "-req", "-in", certificate + ".csr", "-CA", authority, "-CAkey", authorityKey,
                       "-CAcreateserial", "-days", "2", "-extfile", certificate + ".ext", "-out", certificate});
    QFile::remove(file(certificate + ".csr"));
    QFile::remove(file(certificate + ".ext"));
}

app::Enrolment EnrolledHome::enrolment() const
{
    const auto loaded = app::Enrolment::load(home());
    if (!loaded)
        qFatal("%s", loaded.error().detail.c_str());
    return *loaded;
}

void EnrolledHome::write(const QString& name, const QByteArray& content) const
{
    QFile target(file(name));
    if (!target.open(QIODevice::WriteOnly) || target.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(name));
}

} // namespace chinhchu::testing
