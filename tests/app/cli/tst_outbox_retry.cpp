// What the carrier refused waits again when somebody says so, and the trail says who said it.

#include "app/audit/audit_trail.h"
#include "app/outbox/outbox.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace chinhchu::app;
using State = Outbox::State;

class TestOutboxRetry : public QObject
{
    Q_OBJECT

private slots:
    /// Two that were refused at once, one that waits, and one that was refused after the carrier had it.
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        const auto outbox = Outbox::open(file()).value();
        for (const char* each : {"refused-1", "refused-2", "waiting", "gone"})
            QVERIFY(outbox->enqueue(each, "sealed"));
        QVERIFY(outbox->markRefused("refused-1", "CERTIFICATE_UNKNOWN"));
        QVERIFY(outbox->markRefused("refused-2", "CERTIFICATE_UNKNOWN"));
        BindingReceipt receipt{"gone", "R", BindingReceipt::State::Received, QDateTime::currentDateTimeUtc(), {}};
        QVERIFY(outbox->markDelivered(receipt));
        receipt.state = BindingReceipt::State::Refused;
        QVERIFY(outbox->markDecided(receipt));
    }

    void retry_ofOne_letsItWaitAndSaysSoInTheTrail()
    {
        QCOMPARE(run({"refused-1"}), 0);
        QCOMPARE(json()["retried"].toInt(), 1);
        QCOMPARE(stateOf("refused-1"), State::Waiting);
        QCOMPARE(stateOf("refused-2"), State::Refused);
        QCOMPARE(lines(), QByteArrayList{"technician binding-retried refused-1"});
    }

    void retry_ofAllRefused_letsThemWaitInOneLine()
    {
        QCOMPARE(run({"--all-refused"}), 0);
        QCOMPARE(json()["retried"].toInt(), 2);
        QCOMPARE(stateOf("refused-1"), State::Waiting);
        QCOMPARE(stateOf("refused-2"), State::Waiting);
        QVERIFY(stateOf("gone") != State::Waiting); // there is nothing left here to send
        QCOMPARE(lines(), QByteArrayList{"technician binding-retried 2 refused"});
    }

    void retry_ofWhatIsNotRefusedHere_isAWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown") << QStringList{"nobody"};
        QTest::newRow("waiting") << QStringList{"waiting"};
        QTest::newRow("refused later") << QStringList{"gone"};
        QTest::newRow("nothing said") << QStringList{};
        QTest::newRow("an empty word") << QStringList{""};
        QTest::newRow("two") << QStringList{"refused-1", "refused-2"};
        QTest::newRow("one and all") << QStringList{"refused-1", "--all-refused"};
    }

    void retry_ofWhatIsNotRefusedHere_isAWrongUsage()
    {
        QFETCH(QStringList, arguments);
        QCOMPARE(run(arguments), 2);
        QCOMPARE(json()["error"].toObject()["code"].toString(), "USAGE_INVALID");
        QCOMPARE(stateOf("refused-1"), State::Refused);
        QVERIFY(lines().isEmpty());
    }

    void retry_ofAllWhereNothingIsRefused_isNoFault()
    {
        QCOMPARE(run({"--all-refused"}), 0);
        QCOMPARE(run({"--all-refused"}), 0);
        QCOMPARE(json()["retried"].toInt(), 0);
        QCOMPARE(lines().size(), 1);
    }

    /// Nothing changes that cannot be written down.
    void retry_withABrokenTrail_changesNothing()
    {
        QFile trail(m_home->filePath("audit.log"));
        QVERIFY(trail.open(QIODevice::WriteOnly));
        trail.write("{}\n");
        trail.close();
        QVERIFY(run({"refused-1"}) != 0);
        QCOMPARE(json()["error"].toObject()["code"].toString(), "AUDIT_BROKEN");
        QCOMPARE(stateOf("refused-1"), State::Refused);
    }

private:
    QString file() const { return m_home->filePath("outbox.sqlite"); }

    int run(const QStringList& arguments)
    {
        QProcess program;
        program.start(CHINHCHU_PROGRAM,
                      QStringList{"outbox", "retry"} + arguments + QStringList{"--home", m_home->path(), "--json", "-"});
        program.waitForFinished();
        m_out = program.readAllStandardOutput();
        return program.exitCode();
    }

    QJsonObject json() const { return QJsonDocument::fromJson(m_out).object(); }
    State stateOf(const char* id) const { return Outbox::open(file()).value()->entry(id)->state; }

    /// "ACTOR ACTION SUBJECT" of the trail, which is whole.
    QByteArrayList lines() const
    {
        QFile trail(m_home->filePath("audit.log"));
        if (!trail.open(QIODevice::ReadOnly) || !AuditTrail::verify(trail.fileName()))
            return {};
        QByteArrayList all;
        for (const QByteArray& line : trail.readAll().trimmed().split('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            if (!event.isEmpty())
                all << (event["actor"].toString() + ' ' + event["action"].toString() + ' ' + event["subject"].toString()).toUtf8();
        }
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QByteArray m_out;
};

QTEST_GUILESS_MAIN(TestOutboxRetry)
#include "tst_outbox_retry.moc"
