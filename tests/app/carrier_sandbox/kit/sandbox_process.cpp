#include "kit/sandbox_process.h"

#include "kit/openssl_command.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QUuid>

namespace kit {

namespace {

QString freshDatabase(const QString& folder)
{
    const QString postgres = qEnvironmentVariable("CHINHCHU_TEST_POSTGRES");
    if (postgres.isEmpty())
        return "sqlite:" + folder + "/carrier.sqlite";
    const QString name = "test_" + QUuid::createUuid().toString(QUuid::Id128);
    if (QProcess::execute("psql", {"-q", "-d", postgres + " dbname=postgres", "-c", "CREATE DATABASE " + name}) != 0)
        qFatal("cannot make a database");
    return "postgres:" + postgres + " dbname=" + name;
}

} // namespace

QString policyFile(const QString& folder, const QJsonObject& session)
{
    QJsonObject policy = QJsonDocument::fromJson(readFile(DEMO_POLICY)).object();
    QJsonObject face = policy["face"].toObject();
    QJsonArray recipes = face["recipes"].toArray();
    recipes.append(QJsonObject{{"recipe", "test"}, {"loosestThreshold", 0.4}});
    face["recipes"] = recipes;
    policy["face"] = face;
    QJsonObject asked = policy["session"].toObject();
    for (auto each = session.begin(); each != session.end(); ++each)
        asked[each.key()] = each.value();
    policy["session"] = asked;
    const QString file = folder + (session.isEmpty() ? "/policy.json" : "/policy-of-a-session.json");
    writeFile(file, QJsonDocument(policy).toJson());
    return file;
}

namespace {

/// Appends the exchange to the file that CHINHCHU_RECORD names, for the comparison with the API's description.
void record(const QNetworkReply& exchange, const Reply& reply)
{
    const QString path = qEnvironmentVariable("CHINHCHU_RECORD");
    QFile file(path);
    if (path.isEmpty() || reply.status == 0 || !file.open(QIODevice::Append))
        return;
    const auto base64 = [](const QByteArray& data) { return QString::fromLatin1(data.toBase64()); };
    const QByteArray method = exchange.request().attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    const QJsonObject line{
        {"method", QString::fromLatin1(method)},
        {"path", exchange.url().path()},
        {"idempotencyKey", QString::fromLatin1(exchange.request().rawHeader("Idempotency-Key"))},
        {"requestType", QString::fromLatin1(exchange.request().rawHeader("Content-Type"))},
        {"request", base64(exchange.property("sent").toByteArray())},
        {"status", reply.status},
        {"responseType", QString::fromLatin1(exchange.rawHeader("Content-Type"))},
        {"response", base64(reply.body)},
    };
    file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace

QString sandboxProgram()
{
    return QStringLiteral(CARRIER_SANDBOX);
}

SandboxProcess::SandboxProcess(const QStringList& options, SandboxProcess* sameDatabase)
{
    if (sameDatabase != nullptr) {
        m_root = sameDatabase->m_root;
        m_database = sameDatabase->m_database;
    } else {
        m_root = std::make_shared<QTemporaryDir>();
        m_database = freshDatabase(folder());
        QDir().mkpath(trustFolder());
    }
    start(options);
}

SandboxProcess::~SandboxProcess()
{
    kill();
}

void SandboxProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

void SandboxProcess::start(const QStringList& options)
{
    m_process.setStandardErrorFile(folder() + "/sandbox.log", QIODevice::Append);
    m_process.start(CARRIER_SANDBOX,
                    QStringList{"--listen", "127.0.0.1:0", "--db", m_database, "--pki", folder() + "/pki", "--trust",
                                trustFolder()} +
                        options +
                        (options.contains("--policy") ? QStringList() : QStringList{"--policy", policyFile(folder())}));
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(30000))
            qFatal("the sandbox did not start: %s", log().constData());
    }
    const QByteArray line = m_process.readLine().trimmed();
    if (!line.startsWith("listening: "))
        qFatal("unexpected: %s", line.constData());
    m_url = QUrl(QString::fromLatin1(line.mid(11)));
}

QByteArray SandboxProcess::log()
{
    return readFile(folder() + "/sandbox.log");
}

Device SandboxProcess::enrol(const QString& deviceId, const QString& kind, const QString& point)
{
    const Device device{deviceId, folder() + "/" + deviceId};
    const int status = QProcess::execute(CARRIER_SANDBOX, {"--pki", folder() + "/pki", "--kind", kind,
                                                           "--make-enrolment", device.folder, "--device-id", deviceId,
                                                           "--carrier-url", m_url.toString(), "--point", point});
    if (status != 0)
        qFatal("no enrolment");
    return device;
}

QString SandboxProcess::enrolmentCode(const QString& deviceId, const QString& point)
{
    QProcess program;
    program.start(CARRIER_SANDBOX, {"--db", m_database, "--make-enrolment-code", deviceId, "--point", point});
    program.waitForFinished();
    return QString::fromLatin1(program.readAllStandardOutput()).trimmed();
}

QString SandboxProcess::consoleLine(const QRegularExpression& wanted)
{
    while (m_process.canReadLine() || m_process.waitForReadyRead(10000)) {
        const auto match = wanted.match(QString::fromUtf8(m_process.readLine()));
        if (match.hasMatch())
            return match.captured(1);
    }
    return {};
}

QString SandboxProcess::newestConsoleLine(const QRegularExpression& wanted)
{
    QString newest;
    while (m_process.canReadLine() || m_process.waitForReadyRead(0)) {
        const auto match = wanted.match(QString::fromUtf8(m_process.readLine()));
        if (match.hasMatch())
            newest = match.captured(1);
    }
    return newest;
}

Reply SandboxProcess::post(const Device* device, const QString& operation, const QByteArray& body,
                           const Headers& headers)
{
    return wait(begin(device, "POST", "/chinhchu/v1/" + operation, body, headers).get());
}

Reply SandboxProcess::post(const Device& device, const QString& operation, const QJsonObject& body)
{
    return post(&device, operation, QJsonDocument(body).toJson(), {{"Content-Type", "application/json"}});
}

Reply SandboxProcess::get(const Device* device, const QString& path)
{
    return wait(begin(device, "GET", path, {}, {}).get());
}

std::unique_ptr<QNetworkReply> SandboxProcess::postLater(const Device& device, const QString& bindingId,
                                                         const QByteArray& sealed)
{
    return begin(&device, "POST", "/chinhchu/v1/identity-bindings", sealed,
                 {{"Content-Type", "application/cms"}, {"Idempotency-Key", '"' + bindingId.toUtf8() + '"'}});
}

std::unique_ptr<QNetworkReply> SandboxProcess::begin(const Device* device, const QByteArray& method,
                                                     const QString& path, const QByteArray& body,
                                                     const Headers& headers)
{
    QUrl url = m_url;
    url.setPath(path);
    QNetworkRequest request(url);
    for (const auto& [name, value] : headers)
        request.setRawHeader(name, value);
    if (headers.isEmpty() && !body.isEmpty())
        request.setRawHeader("Content-Type", "application/json");

    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates({QSslCertificate(readFile(folder() + "/pki/ca.crt"))});
    if (device != nullptr) {
        tls.setLocalCertificate(QSslCertificate(readFile(device->file("device.crt"))));
        tls.setPrivateKey(QSslKey(readFile(device->file("device.key")), QSsl::Ec));
    }
    request.setSslConfiguration(tls);

    auto& client = m_clients[device != nullptr ? device->folder : QString()];
    if (!client)
        client = std::make_unique<QNetworkAccessManager>();
    std::unique_ptr<QNetworkReply> pending(client->sendCustomRequest(request, method, body));
    pending->setProperty("sent", body);
    return pending;
}

Reply SandboxProcess::wait(QNetworkReply* pending)
{
    QEventLoop loop;
    QObject::connect(pending, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!pending->isFinished())
        loop.exec();

    Reply reply;
    reply.status = pending->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    reply.body = pending->readAll();
    reply.json = QJsonDocument::fromJson(reply.body).object();
    reply.correlator = pending->rawHeader("x-correlator");
    reply.date = pending->rawHeader("Date");
    reply.error = pending->errorString();
    record(*pending, reply);
    return reply;
}

} // namespace kit
