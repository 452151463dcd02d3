// The reports as a point of service makes them: with a trail of today, which is all that a test can write.

#include "app/audit/audit_trail.h"
#include "app/outbox/outbox.h"
#include "tests/app/reports/workbook_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;

class TestReportCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    QByteArray m_out;

    /// Two citizens: one is sealed and waits, one is handed over.
    void writeTrail()
    {
        const auto trail = AuditTrail::open(m_home.filePath("audit.log")).value();
        const auto outbox = Outbox::open(m_home.filePath("outbox.sqlite")).value();
        const std::pair<const char*, const char*> lines[] = {{"session-started", "a"},
                                                             {"binding-sealed", "a"},
                                                             {"session-started", "b"},
                                                             {"handed-over", "b FACE_MISMATCH"}};
        for (const auto& [action, subject] : lines)
            QVERIFY(trail->record({"kiosk", action, subject}));
        QVERIFY(outbox->enqueue("a", "sealed"));
    }

    int run(const QStringList& arguments) { return runCommand(QStringList{"report"} + arguments); }

    int runCommand(const QStringList& arguments)
    {
        QProcess program;
        program.start(CHINHCHU_PROGRAM, arguments + QStringList{"--home", m_home.path()});
        program.waitForFinished();
        m_out = program.readAllStandardOutput();
        return program.exitCode();
    }

    QByteArray standardOutputOf(const QStringList& arguments) { return run(arguments) == 0 ? m_out : QByteArray(); }

    QJsonObject json() const { return QJsonDocument::fromJson(m_out).object(); }

    /// Tomorrow in Vietnam, so that whatever was written just now lies before it.
    static QDate tomorrow() { return QDateTime::currentDateTimeUtc().toOffsetFromUtc(7 * 3600).date().addDays(1); }

private slots:
    void initTestCase() { writeTrail(); }

    void weekly_hasTheCountsAndSevenDays()
    {
        QCOMPARE(run({"weekly", "--until", tomorrow().toString(Qt::ISODate), "--json", "-"}), 0);
        const QJsonObject total = json()["total"].toObject();
        QCOMPARE(total["sessions"].toInt(), 2);
        QCOMPARE(total["sealed"].toInt(), 1);
        QCOMPARE(total["waiting"].toInt(), 1);
        QCOMPARE(total["verified"].toInt(), 0);
        QCOMPARE(total["handedOver"].toInt(), 1);
        QCOMPARE(json()["handOverReasons"].toObject(), (QJsonObject{{"FACE_MISMATCH", 1}}));
        QCOMPARE(json()["days"].toArray().size(), 7);
        QCOMPARE(json()["days"][0]["day"].toString(), tomorrow().addDays(-7).toString(Qt::ISODate));
        QCOMPARE(json()["until"].toString(), tomorrow().toString(Qt::ISODate) + "T00:00:00+07:00");
    }

    void weekly_asCsv_isATableWithATotal()
    {
        QCOMPARE(run({"weekly", "--until", tomorrow().toString(Qt::ISODate), "--format", "csv"}), 0);
        const QList<QByteArray> lines = m_out.trimmed().split('\n');
        QCOMPARE(lines.size(), 9);
        QCOMPARE(lines[0].trimmed(),
                 QByteArray("day,sessions,sealed,verified,received,waiting,refused,handedOver,counterPath,guardians,"
                            "signaturesRequested,signaturesDeclined,carrierAsOf,carrierTotal,carrierAuthenticated,"
                            "carrierNotYet,carrierLockedOneWay,carrierLockedTwoWay,carrierMissing"));
        QCOMPARE(lines[8].trimmed(), QByteArray("total,2,1,0,0,1,0,1,0,0,0,0,,,,,,,NOT_ENROLLED"));
        for (const QByteArray& line : lines)
            QCOMPARE(line.count(','), 18);
    }

    void weekly_asSpreadsheet_hasTheSameCounts()
    {
        const QString until = tomorrow().toString(Qt::ISODate);
        const QString file = m_home.filePath("week.xlsx");
        QCOMPARE(run({"weekly", "--until", until, "--lang", "en", "--out", file, "--json", "-"}), 0);
        QCOMPARE(json()["file"].toString(), file);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        for (const QByteArray& workbook : {written.readAll(), standardOutputOf({"weekly", "--until", until, "--lang", "en", "--format", "xlsx"})}) {
            const auto days = testing::readWorkbook(workbook).value("Day by day");
            QCOMPARE(days["B9"].formula, "SUM(B2:B8)");
            QCOMPARE(days["B9"].text, "2");
            QCOMPARE(days["C9"].text, "1");
            QCOMPARE(days["B8"].text, "2"); // today
        }
    }

    /// Without a screen, and without anybody who has logged in. An ending in mixed case once ended with Qt's abort.
    void weekly_asPage_needsNoScreen()
    {
        const QString file = m_home.filePath("week.Pdf");
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* each : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"})
            environment.remove(each);
        program.setProcessEnvironment(environment);
        program.start(CHINHCHU_PROGRAM, {"report", "weekly", "--no-carrier", "--out", file, "--home", m_home.path()});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(program.readAllStandardError(), QByteArray());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().startsWith("%PDF-"));
        QVERIFY(standardOutputOf({"weekly", "--format=pdf"}).startsWith("%PDF-"));
    }

    /// What was there stays whole when the new one cannot be written.
    void out_whereItCannotBeWritten_isAFailure()
    {
        QCOMPARE(run({"weekly", "--out", m_home.filePath("nowhere/week.xlsx"), "--json", "-"}), 2);
        QCOMPARE(json()["error"].toObject()["code"].toString(), "STORAGE_FAILED");
        QCOMPARE(run({"weekly", "--format", "xlsx", "--out", "/dev/full"}), 2);

        // No name is left for the file that would take its place.
        QFile old(m_home.filePath(QString(251, 'x') + ".csv"));
        QVERIFY(old.open(QIODevice::ReadWrite) && old.write("old") == 3 && old.flush());
        QCOMPARE(run({"weekly", "--out", old.fileName()}), 2);
        QVERIFY(old.seek(0));
        QCOMPARE(old.readAll(), QByteArray("old"));
    }

    void out_withATextFormat_takesIt()
    {
        const QString file = m_home.filePath("week.csv");
        QCOMPARE(run({"weekly", "--out", file}), 0);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().startsWith("day,sessions"));
    }

    void spreadsheet_toATerminal_isRefused()
    {
        QProcess terminal;
        terminal.start("script", {"-qec", QStringLiteral("%1 report weekly --format xlsx --home %2").arg(CHINHCHU_PROGRAM, m_home.path()), "/dev/null"});
        terminal.closeWriteChannel();
        QVERIFY(terminal.waitForFinished());
        QCOMPARE(terminal.exitCode(), 2);
        QVERIFY(terminal.readAllStandardOutput().contains("USAGE_INVALID"));
    }

    void plan_standsInTheReport()
    {
        QCOMPARE(run({"weekly", "--plan", "Đến từng nhà", "--json", "-"}), 0);
        QCOMPARE(json()["handlingPlan"].toString(), "Đến từng nhà");
        QCOMPARE(run({"weekly", "--plan", QString(3000, 'x')}), 2);
    }

    /// Whoever puts their name below it has signed in and may make reports.
    void maker_isWhoSignedIn()
    {
        const QStringList by{"--by", "nv-1", "--by-pin", "314159"};
        QCOMPARE(runCommand({"staff", "add", "nv-1", "--name", "Nguyễn Thị Bưởi", "--role", "supervisor", "--pin", "314159"}), 0);
        QCOMPARE(runCommand(QStringList{"staff", "add", "nv-2", "--name", "Trần Văn Cam", "--role", "helper", "--pin", "271828"} + by), 0);

        QCOMPARE(run({"weekly", "--staff", "nv-1", "--staff-pin", "314159", "--json", "-"}), 0);
        QCOMPARE(json()["madeBy"].toString(), "Nguyễn Thị Bưởi (nv-1)");
        QVERIFY(run({"weekly", "--staff", "nv-1", "--staff-pin", "000000", "--json", "-"}) != 0);
        QCOMPARE(json()["error"].toObject()["code"].toString(), "STAFF_PIN_WRONG");
        QVERIFY(run({"weekly", "--staff", "nv-2", "--staff-pin", "271828", "--json", "-"}) != 0);
        QCOMPARE(json()["error"].toObject()["code"].toString(), "STAFF_NOT_ALLOWED");
        QCOMPARE(run({"weekly", "--json", "-"}), 0);
        QVERIFY(!json().contains("madeBy"));
    }

    void carrier_whichIsNotAsked_isSaidSo()
    {
        QCOMPARE(run({"weekly", "--no-carrier", "--json", "-"}), 0);
        QVERIFY(json()["carrierCounts"].isNull());
        QCOMPARE(json()["carrierCountsMissing"].toString(), "NOT_ASKED");
    }

    void weekly_ofAWeekBefore_isEmpty()
    {
        QCOMPARE(run({"weekly", "--until", "2026-01-08T10:00:00+07:00", "--json", "-"}), 0);
        QCOMPARE(json()["total"].toObject()["sessions"].toInt(), 0);
        QCOMPARE(json()["days"].toArray().size(), 8); // from ten o'clock to ten o'clock
    }

    void campaign_standsAgainstItsTarget()
    {
        const QString from = tomorrow().addDays(-30).toString(Qt::ISODate);
        const QString until = tomorrow().toString(Qt::ISODate);
        QCOMPARE(run({"campaign", "--from", from, "--until", until, "--target", "50", "--json", "-"}), 0);
        QCOMPARE(json()["target"].toInt(), 50);
        QCOMPARE(json()["progress"].toArray().size(), 30);
        QCOMPARE(run({"campaign", "--from", from, "--until", until, "--target", "50"}), 0);
        QVERIFY2(m_out.contains("0 of 50 authenticated: 0.0 %"), m_out.constData());
    }

    void campaign_withoutABeginning_beginsWithTheTrail()
    {
        QCOMPARE(run({"campaign", "--json", "-"}), 0);
        QCOMPARE(json()["total"].toObject()["sessions"].toInt(), 2);
    }

    void mistakes_areUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no time") << QStringList{"weekly", "--until", "yesterday"};
        QTest::newRow("no offset") << QStringList{"weekly", "--until", "2026-11-18T10:00:00"};
        QTest::newRow("before there was any") << QStringList{"weekly", "--until", "1899-12-01"};
        QTest::newRow("two things on standard output") << QStringList{"weekly", "--format", "xlsx", "--json", "-"};
        QTest::newRow("not https") << QStringList{"weekly", "--carrier", "http://carrier.example"};
        QTest::newRow("another format") << QStringList{"weekly", "--format", "odt"};
        QTest::newRow("ends before it begins")
            << QStringList{"campaign", "--from", "2026-02-01", "--until", "2026-01-01"};
        QTest::newRow("centuries") << QStringList{"campaign", "--from", "1026-02-01", "--until", "2026-01-01"};
        QTest::newRow("no target") << QStringList{"campaign", "--target", "many"};
        QTest::newRow("another report") << QStringList{"yearly"};
    }

    void mistakes_areUsage()
    {
        QFETCH(QStringList, arguments);
        QCOMPARE(run(arguments), 2);
    }
};

QTEST_GUILESS_MAIN(TestReportCommand)
#include "tst_report_command.moc"
