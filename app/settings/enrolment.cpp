#include "app/settings/enrolment.h"

#include "app/settings/carrier_url.h"
#include "app/settings/credentials_check.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace chinhchu::app {

namespace {

constexpr qint64 LargestFile = 64 * 1024;

Result<QByteArray> readFile(const QString& folder, const QString& name)
{
    QFile file(folder + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureCode::SettingsInvalid, QStringLiteral("%1: %2").arg(name, file.errorString()).toStdString());
    if (file.size() > LargestFile)
        return fail(FailureCode::SettingsInvalid, name.toStdString() + ": too large");
    return file.readAll();
}

tl::unexpected<Failure> invalidDescription(const std::string& why)
{
    return fail(FailureCode::SettingsInvalid, "enrolment.json: " + why);
}

Result<Enrolment> parseDescription(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return invalidDescription("not a JSON object");
    const QJsonObject object = document.object();

    Enrolment enrolment;
    enrolment.deviceId = object.value("deviceId").toString();
    if (enrolment.deviceId.isEmpty())
        return invalidDescription("no deviceId");

    const QString kind = object.value("kind").toString();
    if (kind != "demo" && kind != "production")
        return invalidDescription("kind must be demo or production");
    enrolment.kind = kind == "demo" ? Enrolment::Kind::Demo : Enrolment::Kind::Production;

    const auto address = carrierUrl(object.value("carrierUrl").toString());
    if (!address || address->isEmpty())
        return invalidDescription("carrierUrl must be an https address");
    enrolment.carrierUrl = *address;

    enrolment.place = object.value("place").toString();
    enrolment.deviceKeyUri = object.value("deviceKey").toString();
    return enrolment;
}

} // namespace

Result<Enrolment> Enrolment::load(const Home& home)
{
    const QString folder = home.enrolmentFolder();
    if (!QFile::exists(folder + "/enrolment.json"))
        return fail(FailureCode::NotEnrolled, folder.toStdString());

    const auto description = readFile(folder, "enrolment.json");
    if (!description)
        return tl::unexpected(description.error());
    auto enrolment = parseDescription(*description);
    if (!enrolment)
        return enrolment;

    const std::pair<const char*, QByteArray*> files[] = {{"device.key", &enrolment->deviceKeyPem},
                                                         {"device.crt", &enrolment->deviceCertificatePem},
                                                         {"carrier-ca.crt", &enrolment->carrierAuthorityPem},
                                                         {"carrier-seal.crt", &enrolment->carrierSealPem}};
    for (const auto& [name, target] : files) {
        if (target == &enrolment->deviceKeyPem && !enrolment->deviceKeyUri.isEmpty())
            continue;
        auto content = readFile(folder, name);
        if (!content)
            return tl::unexpected(content.error());
        *target = *std::move(content);
    }
    if (auto checked = checkCredentials(*enrolment); !checked)
        return tl::unexpected(checked.error());
    enrolment->point = pointOf(enrolment->deviceCertificatePem);
    return enrolment;
}

} // namespace chinhchu::app
