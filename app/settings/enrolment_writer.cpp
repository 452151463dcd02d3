#include "app/settings/enrolment_writer.h"

#include "app/settings/credentials_check.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace chinhchu::app {

namespace {

Result<void> write(const QString& file, const QByteArray& content)
{
    QSaveFile target(file);
    const bool written = target.open(QIODevice::WriteOnly) &&
                         target.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         target.write(content) == content.size() && target.commit();
    if (!written)
        return fail(FailureCode::StorageFailed, (file + ": " + target.errorString()).toStdString());
    return {};
}

QByteArray description(const Enrolment& enrolment)
{
    QJsonObject object{{"deviceId", enrolment.deviceId},
                       {"kind", enrolment.kind == Enrolment::Kind::Demo ? "demo" : "production"},
                       {"carrierUrl", enrolment.carrierUrl.toString()},
                       {"place", enrolment.place}};
    if (!enrolment.deviceKeyUri.isEmpty())
        object.insert("deviceKey", enrolment.deviceKeyUri);
    return QJsonDocument(object).toJson();
}

} // namespace

Result<void> checkNotEnrolled(const Home& home)
{
    if (QFile::exists(home.enrolmentFolder()))
        return fail(FailureCode::UsageInvalid, "already enrolled: " + home.enrolmentFolder().toStdString());
    return {};
}

Result<void> writeEnrolment(const Home& home, const Enrolment& enrolment)
{
    if (auto checked = checkCredentials(enrolment); !checked)
        return checked;
    if (auto fresh = checkNotEnrolled(home); !fresh)
        return fresh;
    const QString prepared = home.enrolmentFolder() + ".new";
    QDir(prepared).removeRecursively();
    if (!QDir().mkpath(prepared))
        return fail(FailureCode::StorageFailed, prepared.toStdString());
    QFile::setPermissions(prepared, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const std::pair<const char*, QByteArray> files[] = {{"device.key", enrolment.deviceKeyPem},
                                                        {"device.crt", enrolment.deviceCertificatePem},
                                                        {"carrier-ca.crt", enrolment.carrierAuthorityPem},
                                                        {"carrier-seal.crt", enrolment.carrierSealPem},
                                                        {"enrolment.json", description(enrolment)}};
    for (const auto& [name, content] : files) {
        if (content.isEmpty())
            continue; // the key, where a token has it
        if (auto written = write(prepared + '/' + name, content); !written)
            return written;
    }
    if (!QDir().rename(prepared, home.enrolmentFolder()))
        return fail(FailureCode::StorageFailed, home.enrolmentFolder().toStdString());
    return {};
}

} // namespace chinhchu::app
