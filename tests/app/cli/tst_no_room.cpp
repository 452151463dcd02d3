// A kiosk that could not keep a session begins none, and says so beforehand: a full disk, a full queue, a wrong clock.

#include "app/outbox/outbox.h"
#include "app/settings/home.h"
#include "tests/app/delivery/enrolled_home.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <ctime>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

struct Ran
{
    int status = -1;
    QJsonObject json;
    QByteArray err;
    [[nodiscard]] QString code() const { return json["error"].toObject()["code"].toString(); }
};

Ran run(const QStringList& command)
{
    QProcess process;
    process.start(command.first(), command.mid(1));
    process.waitForFinished(60000);
    return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object(),
            process.readAllStandardError()};
}

const QStringList aSession = {CHINHCHU_PROGRAM, "session", "--no-chip", "--msisdn", "0900000017"};

qint64 uptimeMs()
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return time.tv_sec * 1000LL + time.tv_nsec / 1000000;
}

} // namespace

class TestNoRoom : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_home = std::make_unique<testing::EnrolledHome>();
        QVERIFY(Outbox::open(m_home->home().outboxFile()));
    }

    void session_withRoom_begins()
    {
        const Ran ran = run(aSession + here());
        QCOMPARE(ran.code(), "CARD_WITHOUT_CHIP");
    }

    /// Full disks were once noticed when the session was over and could not be kept.
    void session_onAFullDisk_doesNotBegin()
    {
        if (QProcess::execute("unshare", {"-rm", "true"}) != 0)
            QSKIP("needs namespaces");
        QDir().mkpath(m_home->file("small"));
        // Less than what a session and the log may need (100 MB).
        const QString fill = "mount -t tmpfs -o size=50m none \"$0\" && cp -a \"$1\"/enrolment \"$0\" && shift && \"$@\"";
        const QStringList session = aSession + QStringList{"--home", m_home->file("small"), "--json", "-"};
        const Ran ran =
            run(QStringList{"unshare", "-rm", "sh", "-c", fill, m_home->file("small"), m_home->folder()} + session);
        QVERIFY2(ran.status == 2, ran.err.constData());
        QCOMPARE(ran.code(), "STORAGE_FAILED");
        QVERIFY2(ran.json["error"].toObject()["detail"].toString().endsWith("bytes free"), ran.err.constData());
    }

    void session_withAFullQueue_doesNotBegin()
    {
        if (!fillQueue(Outbox::MostWaiting))
            QSKIP("the sqlite3 command is not installed");
        const Ran ran = run(aSession + here());
        QCOMPARE(ran.status, 2);
        QCOMPARE(ran.code(), "OUTBOX_FULL");
        QCOMPARE(check("outbox")["state"].toString(), "missing");
    }

    void queue_thatIsNearlyFull_isAnAlarm()
    {
        if (!fillQueue(Outbox::AlarmAt))
            QSKIP("the sqlite3 command is not installed");
        QCOMPARE(run(aSession + here()).code(), "CARD_WITHOUT_CHIP");
        const QJsonObject outbox = check("outbox");
        QCOMPARE(outbox["state"].toString(), "limited");
        QVERIFY2(QJsonDocument(outbox).toJson().contains("18000 of 20000 are waiting"), QJsonDocument(outbox).toJson());
    }

    void clock_thatDiffersFromTheCarriers_isNamed_data()
    {
        QTest::addColumn<int>("ahead");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("two hours ahead") << 7200 << QByteArray("s ahead, by the carrier's");
        QTest::newRow("a day behind") << -86400 << QByteArray("s behind, by the carrier's");
        QTest::newRow("a minute") << 60 << QByteArray();
    }

    /// Sessions go by the carrier's time meanwhile; the doctor once said that none could run.
    void clock_thatDiffersFromTheCarriers_isNamed()
    {
        QFETCH(int, ahead);
        QFETCH(QByteArray, words);
        QFile boot("/proc/sys/kernel/random/boot_id");
        QVERIFY(boot.open(QIODevice::ReadOnly));
        // Half way between the start of this machine and now the carrier's clock said this.
        const qint64 ago = uptimeMs() / 2;
        const QDateTime carrier = QDateTime::currentDateTimeUtc().addMSecs(-ago).addSecs(-ahead);
        m_home->write("carrier-time.json",
                      QJsonDocument(QJsonObject{{"carrierTime", carrier.toString(Qt::ISODate)},
                                                {"boot", QString::fromLatin1(boot.readAll().trimmed())},
                                                {"uptimeMs", uptimeMs() - ago}})
                          .toJson());
        const QJsonObject clock = check("clock");
        QCOMPARE(clock["state"].toString(), words.isEmpty() ? "ready" : "limited");
        QVERIFY2(QJsonDocument(clock).toJson().contains(words), QJsonDocument(clock).toJson());
        QCOMPARE(clock["code"].toString(), words.isEmpty() ? "" : "CLOCK_WRONG");
    }

    /// After another start of the machine only a time before the carrier's last one is known to be wrong.
    void clock_fromBeforeTheCarriersLastTime_isNamed()
    {
        m_home->write("carrier-time.json",
                      QJsonDocument(QJsonObject{{"carrierTime", QDateTime::currentDateTimeUtc().addDays(1).toString(Qt::ISODate)},
                                                {"boot", "another"},
                                                {"uptimeMs", 1}})
                          .toJson());
        const QJsonObject clock = check("clock");
        QCOMPARE(clock["state"].toString(), "missing");
        QVERIFY(QJsonDocument(clock).toJson().contains("s behind the carrier's"));
        const Ran ran = run(aSession + here());
        QCOMPARE(ran.status, 2);
        QCOMPARE(ran.code(), "CLOCK_WRONG");
    }

private:
    [[nodiscard]] QStringList here() const { return {"--home", m_home->folder(), "--json", "-"}; }

    /// One of the doctor's checks.
    [[nodiscard]] QJsonObject check(const QString& name) const
    {
        const Ran doctor = run(QStringList{CHINHCHU_PROGRAM, "doctor"} + here());
        for (const QJsonValue each : doctor.json["checks"].toArray())
            if (each["name"].toString() == name)
                return each.toObject();
        return {};
    }

    /// Rows alone: as many as it takes, without their evidence.
    [[nodiscard]] bool fillQueue(int waiting) const
    {
        return QProcess::execute("sqlite3", {m_home->home().outboxFile(),
                                             QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                                            "LIMIT %1) INSERT INTO binding (id, state, created, size, "
                                                            "next_attempt) SELECT 'b' || i, 0, 1, 6, 1 FROM n;")
                                                 .arg(waiting)}) == 0;
    }

    std::unique_ptr<testing::EnrolledHome> m_home;
};

QTEST_GUILESS_MAIN(TestNoRoom)
#include "tst_no_room.moc"
