#include "tests/app/session/kit/counter.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QStandardPaths>

namespace counter {

namespace {

const QString profiles = QStringLiteral(CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/");
const QString privateService = QStringLiteral(CHINHCHU_SOURCE_DIR "/tests/simulators/chip/private-pcscd");

constexpr int patience = 120000;

QString cache(const QString& name)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + "/chinhchu/" + name;
}

QByteArray content(const QString& file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(file));
    }
    return source.readAll();
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

/// A program whose temporary files, caches and settings go to @p folder; not those of the reader's service around it.
QStringList writingTo(const QString& folder, const QString& program, const QStringList& arguments)
{
    QStringList command{"/usr/bin/env"};
    for (const char* each : {"TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"}) {
        command.append(QLatin1String(each) + '=' + folder);
    }
    return command + QStringList{program} + arguments;
}

/// The program with what has to stand before and after the command.
QStringList commandLine(const Reader& reader, const QString& issuer, const QString& temporary,
                        const QStringList& arguments)
{
    const QStringList service = {privateService, "--simulator", CCCD_SIMULATOR};
    const QStringList plain = writingTo(temporary, CHINHCHU_PROGRAM, arguments);
    const QStringList command = QStringList{"--"} + plain;
    switch (reader.kind) {
    case Reader::Kind::Card:
        return service + QStringList{"--profile", reader.profile, "--pki", issuer, "--photos", cache("photographs")} +
               command;
    case Reader::Kind::NoCard:
        return QStringList{privateService, "--no-card"} + command;
    case Reader::Kind::NoReader:
        return QStringList{privateService, "--no-reader"} + command;
    case Reader::Kind::InProcess:
        return writingTo(temporary, CHINHCHU_DEMO,
                         arguments + QStringList{"--in-process-card", reader.profile, "--pki", issuer});
    case Reader::Kind::NoService:
        break;
    }
    return plain;
}

} // namespace

QJsonObject Ran::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QStringList Ran::reasons() const
{
    const QJsonObject whole = json();
    const QJsonObject verdict = whole[whole.contains("verdict") ? "verdict" : "authenticity"].toObject();
    QStringList list;
    for (const QJsonValue each : verdict["reasonDetails"].toArray()) {
        list.append(each["code"].toString() + ' ' + each["subject"].toString());
    }
    return list;
}

Counter::Counter()
{
    QDir().mkpath(temporary());
    const QString card = profile("cccd-2021");
    execute(CCCD_SIMULATOR, {"--profile", card, "--pki", path("issuer"), "--photos", cache("photographs"),
                             "--write-csca", trust() + "/citizen-card"});
    // Verified after the answer: what a kiosk has to live with. packaging/run has the other kind.
    m_url = startCarrier(m_carrier, {"--verify", "later"});
    execute(CARRIER_SANDBOX,
            {"--pki", path("carrier"), "--make-enrolment", home() + "/enrolment", "--carrier-url", m_url});
}

Counter::~Counter()
{
    for (QProcess* each : {&m_carrier, m_another.get()}) {
        if (each != nullptr) {
            each->terminate();
            each->waitForFinished();
        }
    }
}

QString Counter::missing()
{
    for (const char* file :
         {"models/dlib_face_recognition_resnet_model_v1.dat", "photographs/sample1.jpg", "photographs/sample3.jpg"}) {
        if (!QFile::exists(cache(file))) {
            return cache(file) + " is missing: packaging/fetch-models brings it";
        }
    }
    return {};
}

QString Counter::missingReader()
{
    QProcess trial;
    trial.start(privateService, {"--no-card", "--", "true"});
    // One that has not ended has the exit code 0: a slow machine once counted as one with a reader.
    if (!trial.waitForFinished(patience)) {
        return "the virtual reader did not start in two minutes";
    }
    return trial.exitCode() == 0 ? QString() : QString::fromUtf8(trial.readAllStandardError()).trimmed();
}

QString Counter::profile(const QString& name, const QString& added, bool onTop)
{
    static int number = 0;
    const QString file = path(QStringLiteral("%1-%2.toml").arg(name).arg(++number));
    QFile copy(file);
    if (!copy.open(QIODevice::WriteOnly)) {
        qFatal("cannot write %s", qPrintable(file));
    }
    const QByteArray base = "base = \"" + (profiles + name).toUtf8() + ".toml\"\ntitle = \"changed\"\n";
    copy.write((onTop ? base : content(profiles + name + ".toml")) + '\n' + added.toUtf8());
    return file;
}

Ran Counter::run(const Reader& reader, const QStringList& arguments, const QByteArray& input)
{
    QStringList command =
        commandLine(reader, path("issuer"), temporary(), arguments + QStringList{"--home", home(), "--json", "-"});
    const QString program = command.takeFirst();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LC_ALL", "C.UTF-8");
    environment.insert("CHINHCHU_PHOTOS", cache("photographs"));
    environment.insert("CHINHCHU_MODELS", cache("models"));
    if (reader.kind == Reader::Kind::NoService) {
        environment.insert("PCSCLITE_CSOCK_NAME", path("no-such-socket"));
    }
    process.setProcessEnvironment(environment);
    process.start(program, command);
    process.write(input);
    while (m_answers && !process.waitForFinished(100) && process.state() == QProcess::Running) {
        process.write(m_answers());
    }
    process.closeWriteChannel();
    if (m_meanwhile) {
        while (!process.waitForFinished(100) && process.state() == QProcess::Running) {
            m_meanwhile();
        }
    }
    process.waitForFinished(patience);
    if (process.state() != QProcess::NotRunning) {
        // A process that has not ended has the exit code 0.
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), process.readAllStandardError() + "did not end in two minutes\n"};
    }
    if (m_carrier.state() != QProcess::Running) {
        qFatal("the carrier ended with %d: %s", m_carrier.exitCode(), content(path("carrier.log")).constData());
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Ran Counter::session(const Reader& reader, const QString& camera, const QStringList& more)
{
    // The last six digits of the number in the profile.
    return run(reader,
               QStringList{"session", "--can", "-", "--msisdn", "0900000017", "--camera", camera, "--trust", trust(),
                           "--wait", "20"} +
                   more,
               "000017\n");
}

int Counter::bindings()
{
    return oneRow(path("carrier.sqlite"), "SELECT COUNT(*) FROM bindings").value(0, -1).toInt();
}

QVariantList Counter::oneRow(const QString& database, const QString& sql, const QVariant& value)
{
    const QString connection = "counter";
    QVariantList row;
    {
        QSqlDatabase opened = QSqlDatabase::addDatabase("QSQLITE", connection);
        opened.setDatabaseName(database);
        if (opened.open()) {
            QSqlQuery query(opened);
            query.prepare(sql);
            if (value.isValid()) {
                query.addBindValue(value);
            }
            if (!query.exec()) {
                qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
            }
            for (int column = 0; query.isSelect() && (column > 0 || query.next()) && column < query.record().count();
                 ++column) {
                row.append(query.value(column));
            }
        }
    }
    QSqlDatabase::removeDatabase(connection);
    return row;
}

void Counter::queueInstead(const QString& sealed)
{
    oneRow(home() + "/outbox.sqlite", "UPDATE evidence SET sealed = ?", content(sealed));
}

QString Counter::recordOf(const QString& bindingId)
{
    const QVariantList row =
        oneRow(path("carrier.sqlite"), "SELECT state, reasons, face_compared FROM bindings WHERE binding_id = ?", bindingId);
    QStringList words;
    for (const QVariant& each : row) {
        words.append(each.toString());
    }
    return words.join(u'|');
}

void Counter::openQueued()
{
    const QString folder = path("opened/");
    QDir().mkpath(folder);
    write(folder + "sealed", oneRow(home() + "/outbox.sqlite", "SELECT sealed FROM evidence").value(0).toByteArray());
    execute("openssl", {"cms", "-decrypt", "-binary", "-inform", "DER", "-inkey", path("carrier/seal.key"), "-in",
                        folder + "sealed", "-out", folder + "signed"});
    execute("openssl",
            {"cms", "-verify", "-binary", "-cades", "-inform", "DER", "-CAfile", home() + "/enrolment/carrier-ca.crt",
             "-purpose", "any", "-in", folder + "signed", "-out", folder + "payload"});
}

QString Counter::sealAgain(const std::function<void(QJsonObject& claims)>& change)
{
    const QString enrolment = home() + "/enrolment/";
    QJsonObject claims = QJsonDocument::fromJson(content(path("opened/payload"))).object();
    change(claims);
    write(path("changed"), QJsonDocument(claims).toJson());
    execute("openssl", {"cms", "-sign", "-binary", "-nodetach", "-cades", "-md", "sha256", "-signer",
                        enrolment + "device.crt", "-inkey", enrolment + "device.key", "-in", path("changed"),
                        "-outform", "DER", "-out", path("changed-signed")});
    execute("openssl", {"cms", "-encrypt", "-binary", "-aes-256-gcm", "-in", path("changed-signed"), "-outform", "DER",
                        "-recip", enrolment + "carrier-seal.crt", "-out", path("changed-sealed")});
    return path("changed-sealed");
}

QString Counter::holder()
{
    return cache("photographs/sample3.jpg#985,181,340,440");
}

QString Counter::somebodyElse()
{
    return cache("photographs/sample3.jpg#500,260,340,440");
}

QString Counter::photograph(const QString& name)
{
    return cache("photographs/" + name);
}

QString Counter::models()
{
    return cache("models");
}

QString Counter::startCarrier(QProcess& carrier, const QStringList& options)
{
    carrier.setStandardErrorFile(path("carrier.log"), QIODevice::Append);
    carrier.start(CARRIER_SANDBOX, QStringList{"--listen", "127.0.0.1:0", "--db", "sqlite:" + path("carrier.sqlite"),
                                               "--pki", path("carrier"), "--trust", trust()} +
                                       options);
    while (!carrier.canReadLine()) {
        if (!carrier.waitForReadyRead(30000)) {
            qFatal("the carrier did not start: %s", content(path("carrier.log")).constData());
        }
    }
    // "listening: URL"
    return QString::fromUtf8(carrier.readLine()).section(' ', 1).trimmed();
}

QString Counter::policyWith(const QByteArray& from, const QByteArray& to, const QString& name)
{
    QByteArray policy = content(QStringLiteral(CHINHCHU_SOURCE_DIR "/tests/simulators/carrier/demo-policy.json"));
    policy.replace(from, to);
    write(path(name), policy);
    return path(name);
}

QString Counter::strictPolicy()
{
    return policyWith("\"models\": []", "\"models\": [\"" + QByteArray(64, 'a') + "\"]", "strict-policy.json");
}

QString Counter::askingPolicy()
{
    return policyWith("\"signatureFrom\": 14",
                      "\"signatureFrom\": 14, \"oneTimePassword\": true, \"signatureOffer\": true, "
                      "\"citizenSignature\": true, \"documentPictures\": true",
                      "asking-policy.json");
}

QString Counter::picturingPolicy()
{
    return policyWith("\"signatureFrom\": 14", "\"signatureFrom\": 14, \"documentPictures\": true",
                      "picturing-policy.json");
}

QString Counter::signingPolicy()
{
    return policyWith("\"signatureFrom\": 14",
                      "\"signatureFrom\": 14, \"signatureOffer\": true, \"citizenSignature\": true, "
                      "\"documentPictures\": true",
                      "signing-policy.json");
}

QByteArray Counter::passwordShown()
{
    QByteArray digits;
    m_another->waitForReadyRead(1);
    while (m_another->canReadLine()) {
        const QByteArray line = m_another->readLine().trimmed();
        if (line.startsWith("one-time password ")) {
            digits = line.right(6);
        }
    }
    return digits;
}

QString Counter::policyOfTheFace(int version, const QByteArray& face)
{
    QJsonObject policy = QJsonDocument::fromJson(
                             content(QStringLiteral(CHINHCHU_SOURCE_DIR "/tests/simulators/carrier/demo-policy.json")))
                             .object();
    policy["version"] = version;
    policy["face"] = QJsonDocument::fromJson(face).object();
    const QString file = path(QStringLiteral("policy-%1.json").arg(version));
    write(file, QJsonDocument(policy).toJson());
    return file;
}

QString Counter::anotherCarrier(const QStringList& options)
{
    if (m_another) {
        m_another->kill();
        m_another->waitForFinished();
    }
    m_another = std::make_unique<QProcess>();
    return startCarrier(*m_another, options);
}

int Counter::execute(const QString& program, const QStringList& arguments)
{
    const int status = QProcess::execute(program, arguments);
    if (status != 0) {
        qFatal("%s ended with %d", qPrintable(program), status);
    }
    return status;
}

} // namespace counter
