#include "app/audit/audit_trail.h"
#include "app/outbox/outbox.h"
#include "tests/app/delivery/receipts.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <optional>

using namespace chinhchu;
using namespace chinhchu::app;
using testing::HttpsServer;
using Reply = HttpsServer::Reply;

/// kill -9 at random moments of enqueue and delivery, with a carrier that fails three calls in ten.
class TestPowerCut : public QObject
{
    Q_OBJECT

private slots:
    void bindings_afterManyKills_arriveExactlyOnce()
    {
        HttpsServer server(m_home, [this](const auto& request) { return carrier(request); });
        const int rounds = qEnvironmentVariableIntValue("CHINHCHU_KILL_ROUNDS") > 0
                               ? qEnvironmentVariableIntValue("CHINHCHU_KILL_ROUNDS")
                               : 40;
        QSet<QByteArray> acknowledged;
        for (int round = 0; round < rounds; ++round)
            workUntilKilled(server.url(), acknowledged);
        QVERIFY(acknowledged.size() >= rounds);

        const auto outbox = *Outbox::open(m_home.home().outboxFile());
        deliverTheRest(*outbox, server.url());

        const QList<QByteArray> names = m_arrived.keys();
        const QSet<QByteArray> arrived(names.begin(), names.end());
        QVERIFY2((acknowledged - arrived).isEmpty(), "a binding was lost");
        QVERIFY2((arrived - acknowledged).size() <= rounds,
                 "more arrived than one unacknowledged binding for each kill");
        for (auto it = m_arrived.begin(); it != m_arrived.end(); ++it)
            QCOMPARE(it.value(), it.key().repeated(600));
        const auto entries = *outbox->list();
        QCOMPARE(qsizetype(entries.size()), arrived.size());
        for (const auto& entry : entries)
            QCOMPARE(entry.state, Outbox::State::Delivered);
        QCOMPARE(linesOfTheTrail(), linesWanted(entries));
        qInfo("%d kills, %lld bindings, %zu calls", rounds, static_cast<long long>(arrived.size()),
              server.requests.size());
    }

private:
    /// Keeps each binding once, whatever happens to the answer: what an idempotency key promises.
    Reply carrier(const HttpsServer::Request& request)
    {
        const QByteArray key = testing::keyOf(request);
        const int dice = QRandomGenerator::global()->bounded(100);
        if (dice < 10)
            return {503, {}};
        if (dice < 20)
            return {0, {}, {}, Reply::Fault::Hangup};
        // What became of a binding is asked under a key of its own, and hands nothing in.
        const bool asked = request.line.contains("/retrieve-binding-status");
        const QByteArray binding = asked ? QJsonDocument::fromJson(request.body)["bindingId"].toString().toLatin1() : key;
        if (!asked && m_arrived.contains(key) && m_arrived[key] != request.body)
            return {422, {}};
        if (!asked)
            m_arrived[key] = request.body;
        const QJsonObject receipt{{"bindingId", QString::fromLatin1(binding)},
                                  {"state", asked ? "verified" : "received"},
                                  {"receiptNumber", "R"},
                                  {"receivedAt", "2026-11-22T07:00:00Z"}};
        Reply reply{asked ? 200 : 202, QJsonDocument(receipt).toJson()};
        if (dice < 30)
            reply.fault = Reply::Fault::HalfBody;
        return reply;
    }

    void workUntilKilled(const QUrl& url, QSet<QByteArray>& acknowledged)
    {
        QProcess worker;
        worker.start(QCoreApplication::applicationDirPath() + "/outbox_worker", {m_home.folder(), url.toString()});
        QByteArray printed;
        const int enough = 1 + int(QRandomGenerator::global()->bounded(6));
        const int moreWork = int(QRandomGenerator::global()->bounded(4000));
        QVERIFY(
            QTest::qWaitFor([&] { return (printed += worker.readAllStandardOutput()).count('\n') >= enough; }, 20000));
        // A random moment later, counted in turns of this loop and not in time.
        for (int turn = 0; turn < moreWork; ++turn)
            QCoreApplication::processEvents();
        worker.kill();
        QVERIFY(worker.waitForFinished());
        QCOMPARE(worker.exitStatus(), QProcess::CrashExit);
        printed += worker.readAllStandardOutput();
        for (const QByteArray& line : printed.left(printed.lastIndexOf('\n')).split('\n'))
            acknowledged.insert(line);
    }

    /// How often each "ACTION BINDING" stands in the trail, which must be whole.
    QMap<QString, int> linesOfTheTrail()
    {
        const QString path = m_home.home().auditFile();
        if (!AuditTrail::verify(path))
            return {};
        QMap<QString, int> lines;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        while (!file.atEnd()) {
            const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
            ++lines[line["action"].toString() + ' ' + line["subject"].toString()];
        }
        return lines;
    }

    /// Each outcome once.
    static QMap<QString, int> linesWanted(const std::vector<Outbox::Entry>& entries)
    {
        QMap<QString, int> lines;
        for (const Outbox::Entry& entry : entries) {
            lines["binding-delivered " + entry.bindingId] = 1;
            if (entry.verdict == BindingReceipt::State::Verified)
                lines["binding-verified " + entry.bindingId] = 1;
        }
        return lines;
    }

    void deliverTheRest(Outbox& outbox, const QUrl& url)
    {
        CarrierClient client(m_home.enrolment(), url);
        Courier courier(outbox, client);
        courier.setTrail(*AuditTrail::open(m_home.home().auditFile()));
        for (int round = 0; round < 200 && (round == 0 || !outbox.due({})->empty()); ++round) {
            std::optional<Result<Courier::Outcome>> outcome;
            courier.deliverAll([&outcome](auto result) { outcome = std::move(result); });
            QVERIFY(QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 60000));
        }
        QVERIFY(outbox.due({})->empty());
    }

    testing::EnrolledHome m_home;
    QMap<QByteArray, QByteArray> m_arrived;
};

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_power_cut.moc"
