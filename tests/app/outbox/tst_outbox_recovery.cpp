#include "app/outbox/outbox.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;

/// A queue with a damaged page, and what can go wrong while it is made anew.
class TestOutboxRecovery : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath("outbox.sqlite");
        QVERIFY(Outbox::open(m_file));
        if (sqlite("SELECT 1") != "1")
            QSKIP("the sqlite3 command is not installed");
    }

    /// Of two thousand waiting bindings, 94 were left, and the queue said that it was whole.
    void open_afterKillsInTheMiddleOfTheRecovery_losesNothing()
    {
        fill(2000);
        damageALeaf();
        for (int kill = 0; kill < 6; ++kill)
            openAndKill();
        const auto outbox = *Outbox::open(m_file);
        QCOMPARE(outbox->due({})->size(), std::size_t(2000));
        QCOMPARE(*outbox->verify(), 2000);
        QVERIFY(outbox->recovery()); // the trail has not heard of it yet
        QCOMPARE(outbox->recovery()->takenOver, 2000);
        QVERIFY(QFile::exists(outbox->recovery()->putAside));
        QCOMPARE(damagedFiles().size(), 1);
        QCOMPARE(QDir(m_folder->path()).entryList({"*.since-*"}, QDir::Files).filter(QRegularExpression("\\d$")).size(), 1);
    }

    /// Rows were lost when the kiosk and a command found the damage at the same time.
    void open_byThreeProgramsAtOnce_recoversOnceAndLosesNothing()
    {
        fill(2000);
        damageALeaf();
        std::vector<std::unique_ptr<QProcess>> programs;
        for (int i = 0; i < 3; ++i)
            programs.push_back(startOpening());
        for (const auto& each : programs) {
            QVERIFY(each->waitForFinished());
            QCOMPARE(each->exitCode(), 0);
        }
        const auto outbox = *Outbox::open(m_file);
        QCOMPARE(outbox->due({})->size(), std::size_t(2000));
        QCOMPARE(damagedFiles().size(), 1);
    }

    /// A binding went into the file that had been put aside, and the citizen was told that it is kept.
    void enqueue_whenAnotherHasReplacedTheFile_goesIntoTheNewOne()
    {
        fill(500);
        auto session = *Outbox::open(m_file);
        damageALeaf();
        auto other = *Outbox::open(m_file);
        QVERIFY(other->recovery());

        QVERIFY(session->enqueue("of the session", "\x30 sealed"));
        QVERIFY(other->entry("of the session"));
        QVERIFY(other->enqueue("of the other", "\x30 sealed"));
        QVERIFY(session->entry("of the other"));
        QCOMPARE(session->due({})->size(), std::size_t(502));
    }

    /// SQLite deletes the log by its name when the last one closes: that must not be the new queue's.
    void close_ofAConnectionToTheDamagedFile_leavesTheNewQueueAlone()
    {
        fill(500);
        auto idle = *Outbox::open(m_file);
        damageALeaf();
        auto other = *Outbox::open(m_file);
        QVERIFY(other->enqueue("before", "\x30 sealed"));
        idle.reset();
        QVERIFY(other->enqueue("after", "\x30 sealed"));
        QVERIFY(startOpening()->waitForFinished());
        other.reset();
        QCOMPARE((*Outbox::open(m_file))->due({})->size(), std::size_t(502));
    }

    /// Opening counted up to four billion billions.
    void open_withARowNumberThatDamageMadeUp_comesToAnEnd()
    {
        fill(300);
        sqlite("INSERT INTO evidence VALUES (4000000000000000000, x'30')");
        damage(sqlite("SELECT rootpage FROM sqlite_master WHERE name = 'binding'").toInt());
        const auto outbox = *Outbox::open(m_file);
        QVERIFY(outbox->recovery());
        QCOMPARE(outbox->due({})->size(), std::size_t(300)); // their names are in the index
        QVERIFY(!outbox->recovery()->complete);
    }

    /// Only opening looked for damage, and only where rows are small.
    void enqueue_ontoADamagedPage_recoversAndKeeps()
    {
        fill(500);
        auto outbox = *Outbox::open(m_file);
        outbox.reset();
        damage(sqlite("SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_binding_1'").toInt());
        outbox = *Outbox::open(m_file);
        QVERIFY(outbox->enqueue("new", "\x30 sealed"));
        QCOMPARE(outbox->due({})->size(), std::size_t(501));
        QVERIFY(outbox->recovery());
    }

    void open_ofADamagedQueue_keepsHistoryAndWhatWasRefused()
    {
        fill(300);
        sqlite("UPDATE binding SET state = 2, receipt_number = 'R', verdict = 1 WHERE seq <= 100;"
               "DELETE FROM evidence WHERE seq <= 100;"
               "UPDATE binding SET state = 1, last_error = 'FACE_MISMATCH', attempts = 3 WHERE seq = 299");
        damage(sqlite("SELECT rootpage FROM sqlite_master WHERE name = 'binding_waiting'").toInt());
        auto outbox = *Outbox::open(m_file);
        QVERIFY(outbox->enqueue("new", "\x30 sealed")); // meets the damage
        QCOMPARE(outbox->entry("b-50")->receiptNumber, "R");
        QCOMPARE(outbox->entry("b-299")->state, Outbox::State::Refused);
        QCOMPARE(outbox->entry("b-299")->lastError, "FACE_MISMATCH");
        QVERIFY(outbox->sealedEvidence("b-299"));
        QCOMPARE(outbox->due({})->front(), "b-101");
        QCOMPARE(outbox->due({})->back(), "new");
        QVERIFY(outbox->recovery()->complete);
    }

    void open_damagedASecondTime_recoversAgainAndRemembersBoth()
    {
        fill(500);
        damageALeaf();
        QVERIFY(Outbox::open(m_file));
        damageALeaf();
        const auto outbox = *Outbox::open(m_file);
        QCOMPARE(outbox->due({})->size(), std::size_t(500));
        QCOMPARE(outbox->recoveries()->size(), std::size_t(2));
        QCOMPARE(damagedFiles().size(), 2);
    }

private:
    QByteArray sqlite(const QString& statements)
    {
        QProcess program;
        program.start("sqlite3", {m_file, statements});
        if (!program.waitForFinished())
            return {};
        return program.readAllStandardOutput().trimmed();
    }

    void fill(int waiting)
    {
        sqlite(QStringLiteral("PRAGMA synchronous=OFF; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                              " WHERE i < %1) INSERT INTO binding (id, state, created, size, next_attempt)"
                              " SELECT 'b-' || i, 0, 1, 3000, 1 FROM n;"
                              "INSERT INTO evidence SELECT seq, CAST(printf('%.3000c', '0') AS BLOB) FROM binding;")
                   .arg(waiting));
        QCOMPARE(sqlite("SELECT count(*) FROM evidence").toInt(), waiting);
        sqlite("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// One page of small rows.
    void damageALeaf()
    {
        sqlite("PRAGMA wal_checkpoint(TRUNCATE)");
        damage(sqlite("SELECT pageno FROM dbstat WHERE name = 'binding' AND pagetype = 'leaf' LIMIT 1 OFFSET 1").toInt());
    }

    void damage(int page)
    {
        QVERIFY2(page > 1, "this sqlite3 has no dbstat table");
        // Not through a file of this process: closing one drops SQLite's locks on it.
        QProcess program;
        program.start("dd", {"if=/dev/urandom", "of=" + m_file, "bs=4096", "count=1", "conv=notrunc",
                             QStringLiteral("seek=%1").arg(page - 1)});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
    }

    std::unique_ptr<QProcess> startOpening()
    {
        auto program = std::make_unique<QProcess>();
        program->start(QCoreApplication::applicationFilePath(), {"open", m_file});
        return program;
    }

    /// kill -9 some moment after the recovery has begun.
    void openAndKill()
    {
        const auto program = startOpening();
        QVERIFY(program->waitForStarted());
        while (program->state() != QProcess::NotRunning && damagedFiles().isEmpty())
            QCoreApplication::processEvents();
        const int moreWork = int(QRandomGenerator::global()->bounded(3000));
        for (int turn = 0; turn < moreWork; ++turn)
            QCoreApplication::processEvents();
        program->kill();
        QVERIFY(program->waitForFinished());
    }

    QStringList damagedFiles() const
    {
        QStringList files = QDir(m_folder->path()).entryList({"outbox.sqlite.damaged-*"}, QDir::Files);
        files.removeIf([](const QString& name) { return name.endsWith("-wal") || name.endsWith("-shm"); });
        return files;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "open")
        return Outbox::open(application.arguments().at(2)) ? 0 : 1;
    TestOutboxRecovery tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "tst_outbox_recovery.moc"
