#include "kit/evidence_maker.h"

#include "kit/openssl_command.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace kit {

namespace {

QString now()
{
    return QDateTime::currentDateTime().toOffsetFromUtc(7 * 3600).toString(Qt::ISODateWithMs);
}

QString base64(const QByteArray& data)
{
    return QString::fromLatin1(data.toBase64());
}

QString uuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QJsonObject withMember(QJsonObject object, const QStringList& path, const QJsonValue& value)
{
    if (path.size() == 1) {
        if (value.isUndefined())
            object.remove(path.first());
        else
            object.insert(path.first(), value);
    } else {
        object.insert(path.first(), withMember(object.value(path.first()).toObject(), path.mid(1), value));
    }
    return object;
}

QJsonObject chipMembers(const SyntheticChip& chip, const QByteArray& challenge)
{
    QJsonObject members{{"access", "PACE"}, {"source", "pcsc"}, {"reader", "Reader 00"}, {"sod", base64(chip.sod())}};
    for (const int number : {1, 2, 14, 15}) {
        if (!chip.group(number).isEmpty())
            members.insert(QStringLiteral("dg%1").arg(number), base64(chip.group(number)));
    }
    if (!chip.group(15).isEmpty())
        members.insert("activeAuthentication",
                       QJsonObject{{"challenge", base64(challenge)}, {"response", base64(chip.answer(challenge))}});
    members.insert("chipAuthentication", "unsupported");
    const QJsonObject step{{"name", "sod-signature"}, {"subject", "EF.SOD"}, {"outcome", "passed"}, {"detail", ""}};
    members.insert("verdict", QJsonObject{{"passive", "verified"},
                                          {"active", "passed"},
                                          {"chip", "unsupported"},
                                          {"reasons", QJsonArray{}},
                                          {"steps", QJsonArray{step}}});
    return members;
}

QJsonObject faceMembers()
{
    // A camera never takes the same picture twice.
    const QByteArray picture =
        QByteArray::fromHex("FFD8FFE0") + "a frame that nobody opens in these tests " + uuid().toLatin1();
    return {{"recipe", "test"},
            {"modelSha256", QString(64, 'a')},
            {"distance", 0.21},
            {"threshold", 0.4},
            {"match", true},
            {"frames", QJsonArray{QJsonObject{{"jpeg", base64(picture)}, {"capturedAt", now()}}}},
            {"liveness", QJsonObject{{"result", "not-performed"}, {"scores", QJsonObject{}}}}};
}

} // namespace

void Session::set(const QString& path, const QJsonValue& value)
{
    document = withMember(document, path.split('.'), value);
}

void Session::remove(const QString& path)
{
    document = withMember(document, path.split('.'), QJsonValue(QJsonValue::Undefined));
}

QJsonValue Session::get(const QString& path) const
{
    QJsonValue value = document;
    for (const QString& name : path.split('.'))
        value = value.toObject().value(name);
    return value;
}

QByteArray challengeOf(const QByteArray& nonce, const QString& device, const QString& session, const QByteArray& sod)
{
    return QCryptographicHash::hash(nonce + device.toUtf8() + session.toUtf8() + sod, QCryptographicHash::Sha256)
        .left(8);
}

Session honestSession(SandboxProcess& carrier, const Device& device, const SyntheticChip& chip)
{
    const QString sessionId = uuid();
    const Reply reply = carrier.post(device, "verification-sessions", QJsonObject{{"sessionId", sessionId}});
    if (reply.status != 201)
        qFatal("no verification session: %d %s %s", reply.status, reply.body.constData(), qPrintable(reply.error));
    return sessionWith(device, chip,
                       {{"kind", "online"},
                        {"nonceId", reply.json.value("nonceId")},
                        {"nonce", reply.json.value("nonce")},
                        {"sessionId", sessionId}});
}

Session sessionWith(const Device& device, const SyntheticChip& chip, const QJsonObject& given)
{
    QJsonObject freshness = given;
    Session session{uuid(), freshness.value("sessionId").toString(uuid()), {}};
    freshness.remove("sessionId");
    const QByteArray nonce = QByteArray::fromBase64(freshness.value("nonce").toString().toLatin1());
    const QByteArray challenge = challengeOf(nonce, device.id, session.sessionId, chip.sod());
    const QString consentedAt = now(); // before the session is sealed, as it must be
    session.document = QJsonObject{
        {"format", "chinhchu-evidence"},
        {"version", 1},
        {"bindingId", session.bindingId},
        {"sessionId", session.sessionId},
        {"createdAt", now()},
        {"device", QJsonObject{{"id", device.id}, {"software", "test 1"}, {"enrolment", "demo"}}},
        {"place", "Nhà văn hóa thôn 3"},
        {"staff", ""},
        {"mode", "self-service"},
        {"consent", QJsonObject{{"text", "Tôi đồng ý."}, {"language", "vi"}, {"givenAt", consentedAt}}},
        {"numbers",
         QJsonArray{QJsonObject{{"msisdn", "+84900000018"}, {"answer", "mine"}, {"possession", "not-asked"}}}},
        {"subject", QJsonObject{{"number", "099199000017"},
                                {"fullName", "Nguyễn Thị Ấn"},
                                {"birthDate", "1999-01-15"},
                                {"oldNumber", "099000017"},
                                {"issueDate", now().left(10)},
                                {"attestedBy", "device"}}},
        {"chip", chipMembers(chip, challenge)},
        {"freshness", freshness},
        {"face", faceMembers()},
    };
    return session;
}

QByteArray seal(const Session& session, const Device& signer)
{
    const QByteArray signedData =
        openssl({"cms", "-sign", "-binary", "-nodetach", "-cades", "-md", "sha256", "-signer",
                 signer.file("device.crt"), "-inkey", signer.file("device.key"), "-outform", "DER"},
                QJsonDocument(session.document).toJson(QJsonDocument::Compact));
    return openssl(
        {"cms", "-encrypt", "-binary", "-aes-256-gcm", "-outform", "DER", "-recip", signer.file("carrier-seal.crt")},
        signedData);
}

Reply submit(SandboxProcess& carrier, const Device& device, const Session& session, const QByteArray& sealed)
{
    return carrier.post(
        &device, "identity-bindings", sealed,
        {{"Content-Type", "application/cms"}, {"Idempotency-Key", '"' + session.bindingId.toUtf8() + '"'}});
}

Reply submit(SandboxProcess& carrier, const Device& device, const Session& session)
{
    return submit(carrier, device, session, seal(session, device));
}

} // namespace kit
