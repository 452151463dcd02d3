#include "kit/evidence_maker.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTest>

#include "kit/openssl_command.h"

/// Failures on demand do what they promise, and a binding survives them.
class FaultsOnDemand : public QObject
{
    Q_OBJECT

private slots:
    void errorFault_answers5xxAndDoesNothing()
    {
        kit::SandboxProcess carrier({"--fault", "error=502:1@/verification-sessions"});
        const kit::Device device = carrier.enrol("kiosk-1");
        const auto reply = carrier.post(device, "verification-sessions", {{"sessionId", "s"}});
        QCOMPARE(reply.status, 502);
        QCOMPARE(reply.json.value("status").toInt(), 502);
        QCOMPARE(carrier.post(device, "retrieve-counts", QJsonObject{}).status, 200);
    }

    void timeoutAfterCommit_losesTheAnswerButNotTheBinding()
    {
        kit::SandboxProcess broken({"--fault", "timeout-after-commit=1@/identity-bindings"});
        const kit::Device device = broken.enrol("kiosk-1");
        const kit::SyntheticState state(broken.folder() + "/state", "Synthetic");
        QVERIFY(QFile::copy(state.csca(), broken.trustFolder() + "/csca.crt"));
        const kit::SyntheticChip chip(state, broken.folder() + "/chip", kit::SyntheticChip::Proof::EcdsaPlain, {});
        const kit::Session session = kit::honestSession(broken, device, chip);
        const QByteArray sealed = kit::seal(session, device);
        QCOMPARE(kit::submit(broken, device, session, sealed).status, 0);

        kit::SandboxProcess sound({}, &broken);
        const auto again = kit::submit(sound, device, session, sealed);
        QCOMPARE(again.status, 202);
        QCOMPARE(again.json.value("state").toString(), QString("verified"));
        QCOMPARE(again.json.value("receiptNumber").toString().right(6), QString("000001"));
    }

    void hangUp_givesNoAnswer()
    {
        kit::SandboxProcess carrier({"--fault", "hang-up=1@/retrieve-counts"});
        const kit::Device device = carrier.enrol("kiosk-1");
        QCOMPARE(carrier.post(device, "retrieve-counts", QJsonObject{}).status, 0);
    }

    void wrongAnswer_isNotWhatTheApiPromises()
    {
        kit::SandboxProcess carrier({"--fault", "wrong-answer=1"});
        const kit::Device device = carrier.enrol("kiosk-1");
        const auto reply = carrier.post(device, "retrieve-counts", QJsonObject{});
        QVERIFY(reply.status == 200 && reply.json.isEmpty() && !reply.body.isEmpty());
    }

    void latency_isAtLeastWhatWasAsked()
    {
        kit::SandboxProcess carrier({"--fault", "latency=150-200"});
        const kit::Device device = carrier.enrol("kiosk-1");
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(carrier.post(device, "retrieve-counts", QJsonObject{}).status, 200);
        QVERIFY(clock.elapsed() >= 150);
    }

    void expiredCertificate_isNotTrusted()
    {
        kit::SandboxProcess carrier({"--fault", "expired-certificate"});
        const kit::Device device = carrier.enrol("kiosk-1");
        const auto reply = carrier.post(device, "retrieve-counts", QJsonObject{});
        QCOMPARE(reply.status, 0);
        QVERIFY2(reply.error.contains("certificate", Qt::CaseInsensitive), qPrintable(reply.error));
    }

    void specificationThatMakesNoSense_isAUsageError_data()
    {
        QTest::addColumn<QString>("specification");
        for (const char* text : {"error=2", "error=200:1", "nonsense=1", "latency=x", "latency=5-1", "error"})
            QTest::newRow(text) << text;
    }

    void specificationThatMakesNoSense_isAUsageError()
    {
        QFETCH(QString, specification);
        QTemporaryDir folder;
        QCOMPARE(
            QProcess::execute(kit::sandboxProgram(), {"--pki", folder.path(), "--trust", folder.path(), "--db",
                                                      "sqlite:" + folder.filePath("db"), "--fault", specification}),
            2);
    }

    void bindingThatIsBeingWorkedOn_isAConflict()
    {
        kit::SandboxProcess carrier({"--fault", "verification=2000"});
        const kit::Device device = carrier.enrol("kiosk-1");
        const auto first = carrier.postLater(device, "b-1", "not evidence");
        const auto second = carrier.postLater(device, "b-1", "not evidence");
        const kit::Reply one = carrier.wait(first.get());
        const kit::Reply two = carrier.wait(second.get());
        QCOMPARE(std::min(one.status, two.status), 202);
        const kit::Reply& conflict = one.status == 202 ? two : one;
        QCOMPARE(conflict.status, 409);
        QCOMPARE(conflict.json.value("code").toString(), QString("IDENTITY_BINDINGS.STILL_RUNNING"));
    }

    void twoSandboxesOnOneDatabase_giveOneAnswerToOneBinding()
    {
        kit::SandboxProcess first({"--fault", "latency=0-20"});
        kit::SandboxProcess second({}, &first);
        const kit::Device device = first.enrol("kiosk-1");
        const kit::SyntheticState state(first.folder() + "/state", "Synthetic");
        QVERIFY(QFile::copy(state.csca(), first.trustFolder() + "/csca.crt"));
        const kit::SyntheticChip chip(state, first.folder() + "/chip", kit::SyntheticChip::Proof::EcdsaPlain, {});
        for (int round = 0; round < 10; ++round) {
            const kit::Session session = kit::honestSession(first, device, chip);
            const QByteArray sealed = kit::seal(session, device);
            const auto pending = first.postLater(device, session.bindingId, sealed);
            const auto other = second.postLater(device, session.bindingId, sealed);
            const kit::Reply here = first.wait(pending.get());
            const kit::Reply there = second.wait(other.get());
            QCOMPARE(here.status, 202);
            QCOMPARE(there.status, 202);
            QCOMPARE(here.json, there.json);
            QVERIFY2(here.json.value("state").toString() == "verified", here.body.constData());
        }
    }

    void sandboxKilled_theOtherGoesOn()
    {
        kit::SandboxProcess first;
        kit::SandboxProcess second({}, &first);
        const kit::Device device = first.enrol("kiosk-1");
        const auto nonce = first.post(device, "verification-sessions", {{"sessionId", "s"}});
        QCOMPARE(nonce.status, 201);
        first.kill();
        QCOMPARE(second.post(device, "retrieve-counts", QJsonObject{}).status, 200);
    }
};

QTEST_GUILESS_MAIN(FaultsOnDemand)
#include "tst_faults.moc"
