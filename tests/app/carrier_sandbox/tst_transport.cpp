#include "kit/openssl_command.h"
#include "kit/sandbox_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

/// Connections, certificates and the shape of errors, over real HTTPS against the real program.
class Transport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_carrier = std::make_unique<kit::SandboxProcess>();
        m_device = m_carrier->enrol("kiosk-1");
    }

    void health_withoutCertificate_answers() { QCOMPARE(m_carrier->get(nullptr, "/health").status, 200); }

    void operation_withoutCertificate_isUnauthenticated()
    {
        const kit::Reply reply = m_carrier->post(nullptr, "verification-sessions", "{\"sessionId\":\"s\"}");
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.json.value("code").toString(), QString("UNAUTHENTICATED"));
    }

    void operation_withStrangersCertificate_isUnauthenticated()
    {
        // The stranger's authority calls itself by the same name; only its key differs.
        kit::Device stranger{"kiosk-1", m_carrier->folder() + "/stranger"};
        kit::SandboxProcess other;
        const kit::Device foreign = other.enrol("kiosk-1");
        stranger.folder = foreign.folder;
        QCOMPARE(m_carrier->post(stranger, "verification-sessions", {{"sessionId", "s"}}).status, 401);
    }

    void operation_withTheSealOrServerCertificate_isUnauthenticated()
    {
        // Issued by the right authority, but not to a device.
        const kit::Device server{"localhost", m_carrier->folder() + "/as-server"};
        QDir().mkpath(server.folder);
        QVERIFY(QFile::copy(m_carrier->folder() + "/pki/documents.crt", server.file("device.crt")));
        QVERIFY(QFile::copy(m_carrier->folder() + "/pki/documents.key", server.file("device.key")));
        QCOMPARE(m_carrier->post(server, "verification-sessions", {{"sessionId", "s"}}).status, 401);
    }

    /// What a device is enrolled for once stood in a file on the device only.
    void deviceOfTheOtherKind_isUnauthenticated()
    {
        kit::SandboxProcess production({"--kind", "production"}, m_carrier.get());
        const kit::Device real = m_carrier->enrol("kiosk-real", "production");
        const QJsonObject question{{"sessionId", "s"}};
        QCOMPARE(production.post(real, "verification-sessions", question).status, 201);
        QCOMPARE(production.post(m_device, "verification-sessions", question).status, 401);
        QCOMPARE(m_carrier->post(real, "verification-sessions", question).status, 401);
    }

    void correlator_isEchoed()
    {
        const auto reply = m_carrier->post(&m_device, "verification-sessions", "{\"sessionId\":\"s\"}",
                                           {{"Content-Type", "application/json"}, {"x-correlator", "abc-123"}});
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.correlator, QByteArray("abc-123"));
    }

    /// RFC 9110, 6.6.1: whoever has a clock sends it, with errors too; kiosks set theirs by it.
    void answers_haveTheDate()
    {
        for (const auto& reply : {m_carrier->post(m_device, "verification-sessions", {{"sessionId", "s"}}),
                                  m_carrier->get(&m_device, "/chinhchu/v1/nothing"),
                                  m_carrier->post(nullptr, "verification-sessions", "{}")}) {
            QVERIFY2(reply.date.endsWith(" GMT"), reply.date.constData());
            // By another parser than the kiosk's: RFC 2822 with the zone in digits.
            const QDateTime date = QDateTime::fromString(QString::fromLatin1(reply.date).replace("GMT", "+0000"), Qt::RFC2822Date);
            QVERIFY2(std::abs(date.secsTo(QDateTime::currentDateTimeUtc())) < 60, reply.date.constData());
        }
    }

    void verificationSession_givesA32ByteNonceThatIsNeverTheSame()
    {
        const auto first = m_carrier->post(m_device, "verification-sessions", {{"sessionId", "s"}});
        const auto second = m_carrier->post(m_device, "verification-sessions", {{"sessionId", "s"}});
        QCOMPARE(QByteArray::fromBase64(first.json.value("nonce").toString().toLatin1()).size(), 32);
        QVERIFY(first.json.value("nonce") != second.json.value("nonce"));
        QVERIFY(first.json.value("nonceId") != second.json.value("nonceId"));
        const auto time = [&](const char* name) {
            return QDateTime::fromString(first.json.value(name).toString(), Qt::ISODate);
        };
        QVERIFY(time("carrierTime").isValid() && time("expiresAt") > time("carrierTime"));
    }

    void malformedRequests_areInvalidArgument_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("not JSON") << "verification-sessions" << QByteArray("{");
        QTest::newRow("not an object") << "verification-sessions" << QByteArray("[]");
        QTest::newRow("missing member") << "verification-sessions" << QByteArray("{}");
        QTest::newRow("wrong type") << "verification-sessions" << QByteArray("{\"sessionId\":1}");
        QTest::newRow("empty") << "verification-sessions" << QByteArray("{\"sessionId\":\"\"}");
        QTest::newRow("unknown member") << "verification-sessions" << QByteArray("{\"sessionId\":\"s\",\"more\":1}");
        QTest::newRow("not 12 digits") << "retrieve-subscriptions" << QByteArray("{\"personalId\":\"12345678901x\"}");
        QTest::newRow("not 9 digits") << "retrieve-subscriptions"
                                      << QByteArray("{\"personalId\":\"099199000017\",\"oldDocumentNumber\":\"1\"}");
        QTest::newRow("nested without end") << "verification-sessions" << QByteArray(100000, '[');
    }

    void malformedRequests_areInvalidArgument()
    {
        QFETCH(QString, operation);
        QFETCH(QByteArray, body);
        const auto reply = m_carrier->post(&m_device, operation, body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.json.value("code").toString(), QString("INVALID_ARGUMENT"));
        QCOMPARE(reply.json.value("status").toInt(), 400);
        QVERIFY(!reply.json.value("message").toString().isEmpty());
    }

    void everyOperation_withoutCertificate_isUnauthenticated()
    {
        for (const char* operation :
             {"verification-sessions", "retrieve-subscriptions", "identity-bindings", "retrieve-binding-status",
              "number-disclaimers", "otp-challenges", "otp-verifications", "signature-requests",
              "verify-document-signer", "nonce-batches", "retrieve-counts"})
            QVERIFY2(m_carrier->post(nullptr, operation, "{}").status == 401, operation);
        for (const char* document : {"trust-list", "policy"})
            QVERIFY2(m_carrier->get(nullptr, QString("/chinhchu/v1/") + document).status == 401, document);
    }

    void everyOperation_withAnUnknownMember_isInvalidArgument()
    {
        const QByteArray id = "\"0b0e4c9e-6a4f-4f6f-8b7c-55f1c9d3a001\"";
        const std::pair<const char*, QByteArray> requests[] = {
            {"verification-sessions", "\"sessionId\":\"s\""},
            {"retrieve-subscriptions", "\"personalId\":\"099199000017\""},
            {"retrieve-binding-status", "\"bindingId\":" + id},
            {"number-disclaimers", "\"bindingId\":" + id + ",\"msisdn\":\"+84900000017\""},
            {"otp-challenges", "\"msisdn\":\"+84900000017\""},
            {"otp-verifications", "\"challengeId\":" + id + ",\"code\":\"000000\""},
            {"signature-requests", "\"bindingId\":" + id + ",\"consentGivenAt\":\"2026-11-22T14:02:10Z\""},
            {"verify-document-signer", "\"dscert\":\"AAAA\""},
            {"nonce-batches", "\"count\":1"},
            {"device-enrolments", "\"enrolmentCode\":\"A\",\"certificateRequest\":\"A\""},
        };
        for (const auto& [operation, members] : requests) {
            const auto reply = m_carrier->post(&m_device, operation, "{\"more\":1," + members + "}");
            QVERIFY2(reply.status == 400, operation);
            QCOMPARE(reply.json.value("code").toString(), QString("INVALID_ARGUMENT"));
        }
        QCOMPARE(m_carrier->post(&m_device, "retrieve-counts", "{\"more\":1}").status, 400);
    }

    void unknownOperation_isNotFound()
    {
        QCOMPARE(m_carrier->post(&m_device, "no-such-thing", "{}").status, 404);
        QCOMPARE(m_carrier->get(&m_device, "/chinhchu/v1/verification-sessions").status, 405);
    }

    void subscriptions_listNumbersOfBothDocuments()
    {
        const auto reply = m_carrier->post(m_device, "retrieve-subscriptions",
                                           {{"personalId", "099199000017"}, {"oldDocumentNumber", "099000017"}});
        QCOMPARE(reply.status, 200);
        const QJsonArray numbers = reply.json.value("subscriptions").toArray();
        QCOMPARE(numbers.size(), 3);
        QCOMPARE(numbers[1].toObject().value("voiceSmsOut").toString(), QString("suspended"));
        QVERIFY(numbers[1].toObject().contains("lockDeadline"));
        QVERIFY(!numbers[0].toObject().contains("lockDeadline"));
        QCOMPARE(numbers[2].toObject().value("registeredUnder").toString(), QString("oldDocumentNumber"));
    }

    void subscriptions_ofAStranger_areNone()
    {
        const auto reply = m_carrier->post(m_device, "retrieve-subscriptions", {{"personalId", "099099999999"}});
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.json.value("subscriptions").toArray().isEmpty());
    }

    void demoPopulation_knowsThePeopleOnTheSimulatedChips_data()
    {
        QTest::addColumn<QString>("profile");
        for (const char* name : {"cccd-2021", "cccd-2024", "cccd-15-years-old"})
            QTest::newRow(name) << QString(CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/%1.toml").arg(name);
    }

    void demoPopulation_knowsThePeopleOnTheSimulatedChips()
    {
        QFETCH(QString, profile);
        const QString toml = QString::fromUtf8(kit::readFile(profile));
        const auto value = [&](const QString& key) {
            return QRegularExpression("^" + key + " = \"?([^\"\n]*)", QRegularExpression::MultilineOption)
                .match(toml)
                .captured(1);
        };
        const QString file = CHINHCHU_SOURCE_DIR "/tests/simulators/carrier/demo-population.json";
        QString found;
        for (const QJsonValue& person :
             QJsonDocument::fromJson(kit::readFile(file)).object().value("people").toArray()) {
            if (person.toObject().value("number").toString() == value("number"))
                found = person.toObject().value("fullName").toString() + ' ' +
                        person.toObject().value("birthDate").toString();
        }
        QCOMPARE(found, value("name") + ' ' + value("birth").left(10));
    }

    void log_holdsNoPersonalData()
    {
        m_carrier->post(m_device, "retrieve-subscriptions", {{"personalId", "099199000017"}});
        QVERIFY(!m_carrier->log().contains("099199000017"));
        QVERIFY(!m_carrier->log().contains("+849"));
    }

private:
    std::unique_ptr<kit::SandboxProcess> m_carrier;
    kit::Device m_device;
};

QTEST_GUILESS_MAIN(Transport)
#include "tst_transport.moc"
