#include "app/outbox/outbox.h"
#include "app/outbox/retry_schedule.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

BindingReceipt receipt(const QString& bindingId)
{
    return {bindingId, "R-1", BindingReceipt::State::Verified, QDateTime::currentDateTime(), {}};
}

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath("deep/outbox.sqlite");
        reopen();
    }

    void enqueue_afterReopening_isStillThere()
    {
        QVERIFY(m_outbox->enqueue("a", QByteArray(200000, 'x')));
        reopen();
        const auto entries = *m_outbox->list();
        QCOMPARE(entries.size(), std::size_t(1));
        QCOMPARE(entries[0].state, Outbox::State::Waiting);
        QCOMPARE(entries[0].size, 200000);
        QCOMPARE(entries[0].attempts, 0);
        QCOMPARE(*m_outbox->sealedEvidence("a"), QByteArray(200000, 'x'));
    }

    /// The log once grew as long as everything that was ever written without a pause, and stayed so.
    void enqueue_ofMoreThanTheLogMayHold_makesItShortAgain()
    {
        for (int i = 0; i < 40; ++i)
            QVERIFY(m_outbox->enqueue(QString::number(i), QByteArray(2 * 1024 * 1024, 'x')));
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(m_file + "-wal").size() <= 64LL * 1024 * 1024, 60000);
        QCOMPARE(m_outbox->due({})->size(), std::size_t(40));
    }

    /// Sessions that end with the program once left "database not open" behind.
    void outbox_thatOutlivesTheApplication_endsWithoutAWord()
    {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {"outlive", m_folder->filePath("late/outbox.sqlite")});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
        QCOMPARE(program.readAllStandardError(), QByteArray());
    }

    void enqueue_sameBindingTwice_isOneEntry()
    {
        QVERIFY(m_outbox->enqueue("a", "sealed"));
        QVERIFY(m_outbox->enqueue("a", "sealed"));
        QCOMPARE(m_outbox->list()->size(), std::size_t(1));
    }

    void enqueue_otherEvidenceUnderTheSameBinding_isRefused()
    {
        QVERIFY(m_outbox->enqueue("a", "sealed"));
        const auto second = m_outbox->enqueue("a", "other");
        QVERIFY(!second);
        QCOMPARE(codeName(second.error().code), std::string_view("STORAGE_FAILED"));
        QCOMPARE(*m_outbox->sealedEvidence("a"), "sealed");
    }

    void due_givesOldestFirst()
    {
        for (const char* id : {"b", "c", "a"})
            QVERIFY(m_outbox->enqueue(id, id));
        QCOMPARE(*m_outbox->due(QDateTime::currentDateTime()), std::vector<QString>({"b", "c", "a"}));
    }

    void markFailed_delaysTheNextAttempt()
    {
        QVERIFY(m_outbox->enqueue("a", "sealed"));
        QVERIFY(m_outbox->markFailed("a", Failure{FailureCode::CarrierUnreachable, "503"}));
        const auto entry = m_outbox->list()->at(0);
        QCOMPARE(entry.state, Outbox::State::Waiting);
        QCOMPARE(entry.attempts, 1);
        QCOMPARE(entry.lastError, "CARRIER_UNREACHABLE: 503");
        QVERIFY(m_outbox->due(entry.nextAttempt.addMSecs(-1))->empty() || entry.nextAttempt <= entry.createdAt);
        QCOMPARE(m_outbox->due(entry.nextAttempt)->size(), std::size_t(1));
        QCOMPARE(m_outbox->due({})->size(), std::size_t(1));
    }

    void due_afterTheClockJumpedBack_doesNotWaitForTheOldTime()
    {
        QVERIFY(m_outbox->enqueue("a", "sealed"));
        QVERIFY(m_outbox->markFailed("a", Failure{FailureCode::CarrierUnreachable, ""}));
        QCOMPARE(m_outbox->due(QDateTime::currentDateTime().addYears(-3))->size(), std::size_t(1));
    }

    void markDelivered_keepsTheReceiptAndShredsTheEvidence()
    {
        const QByteArray sealed = QByteArray("UNMISTAKABLE").repeated(5000);
        QVERIFY(m_outbox->enqueue("a", sealed));
        QVERIFY(m_outbox->markDelivered(receipt("a")));

        QVERIFY(m_outbox->due({})->empty());
        QVERIFY(!m_outbox->sealedEvidence("a"));
        QCOMPARE(m_outbox->list()->at(0).receiptNumber, "R-1");
        m_outbox.reset(); // the last connection empties the log into the database
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("UNMISTAKABLE"));
        QVERIFY(file.size() < 60000);
        QVERIFY(!QFile::exists(m_file + "-wal"));
    }

    void markDelivered_ofAnUnknownBinding_isStorageFailed() { QVERIFY(!m_outbox->markDelivered(receipt("nobody"))); }

    void together_keepsAllThatWasMarked()
    {
        QVERIFY(m_outbox->enqueue("a", "sealed") && m_outbox->enqueue("b", "sealed") && m_outbox->enqueue("c", "sealed"));
        QVERIFY(m_outbox->together([this]() -> Result<void> {
            if (auto kept = m_outbox->markDelivered(receipt("a")); !kept)
                return kept;
            if (auto kept = m_outbox->markFailed("b", {FailureCode::CarrierUnreachable, "503"}); !kept)
                return kept;
            return m_outbox->markRefused("c", "FACE_MISMATCH");
        }));
        reopen();
        QCOMPARE(m_outbox->entry("a")->state, Outbox::State::Delivered);
        QVERIFY(!m_outbox->sealedEvidence("a"));
        QCOMPARE(m_outbox->entry("b")->attempts, 1);
        QCOMPARE(m_outbox->entry("c")->state, Outbox::State::Refused);
    }

    void together_whereOneStepFails_keepsNothing()
    {
        QVERIFY(m_outbox->enqueue("a", "sealed"));
        const auto done = m_outbox->together([this]() -> Result<void> {
            if (auto kept = m_outbox->markDelivered(receipt("a")); !kept)
                return kept;
            return m_outbox->markDelivered(receipt("nobody"));
        });
        QVERIFY(!done);
        QCOMPARE(m_outbox->entry("a")->state, Outbox::State::Waiting);
        QCOMPARE(*m_outbox->sealedEvidence("a"), "sealed");
        QVERIFY(m_outbox->markDelivered(receipt("a"))); // and the queue works as before
        QCOMPARE(m_outbox->entry("a")->state, Outbox::State::Delivered);
    }

    void markRefused_keepsTheEvidenceForReview()
    {
        QVERIFY(m_outbox->enqueue("a", "sealed"));
        QVERIFY(m_outbox->markRefused("a", "FACE_MISMATCH"));
        QVERIFY(m_outbox->due({})->empty());
        QCOMPARE(*m_outbox->sealedEvidence("a"), "sealed");
        QCOMPARE(m_outbox->list()->at(0).state, Outbox::State::Refused);
        QCOMPARE(m_outbox->list()->at(0).lastError, "FACE_MISMATCH");
    }

    void retryRefused_ofOneOrAll_waitsAgain()
    {
        for (const char* id : {"a", "b", "c"}) {
            QVERIFY(m_outbox->enqueue(id, "sealed"));
            QVERIFY(m_outbox->markRefused(id, "413"));
        }
        QVERIFY(m_outbox->enqueue("delivered", "sealed"));
        QVERIFY(m_outbox->markDelivered(receipt("delivered")));
        QCOMPARE(*m_outbox->retryRefused("b"), 1);
        QCOMPARE(*m_outbox->due(QDateTime::currentDateTime()), std::vector<QString>({"b"}));
        QCOMPARE(*m_outbox->retryRefused("b"), 0);
        QCOMPARE(*m_outbox->retryRefused("delivered"), 0);
        QCOMPARE(*m_outbox->retryRefused({}), 2);
        QCOMPARE(m_outbox->due({})->size(), std::size_t(3));
        QCOMPARE(m_outbox->entry("delivered")->state, Outbox::State::Delivered);
    }

    /// A carrier that is overrun says when it wants to hear from the kiosk again.
    void markFailed_withTheCarriersRetryAfter_waitsAtLeastThatLong()
    {
        QVERIFY(m_outbox->enqueue("a", "sealed"));
        QVERIFY(m_outbox->markFailed("a", {FailureCode::CarrierUnreachable, "429 TOO_MANY_REQUESTS; Retry-After: 1800"}));
        const QDateTime now = QDateTime::currentDateTime();
        QVERIFY(m_outbox->due(now.addSecs(1700))->empty());
        QCOMPARE(m_outbox->due(now.addSecs(1900))->size(), std::size_t(1));
        QVERIFY(m_outbox->markFailed("a", {FailureCode::CarrierUnreachable, "429; Retry-After: 2000000000"}));
        QCOMPARE(m_outbox->due(now.addSecs(3700))->size(), std::size_t(1)); // not for years
    }

    void markRefused_afterDelivery_changesNothing()
    {
        QVERIFY(m_outbox->enqueue("a", "sealed"));
        QVERIFY(m_outbox->markDelivered(receipt("a")));
        QVERIFY(m_outbox->markRefused("a", "LATE"));
        QCOMPARE(m_outbox->list()->at(0).state, Outbox::State::Delivered);
    }

    void open_twice_bothSeeTheSameQueue()
    {
        const auto second = Outbox::open(m_file);
        QVERIFY(second);
        QVERIFY(m_outbox->enqueue("a", "sealed"));
        QCOMPARE((*second)->due({})->size(), std::size_t(1));
        QVERIFY((*second)->markDelivered(receipt("a")));
        QVERIFY(m_outbox->due({})->empty());
    }

    void open_whereNothingCanBeWritten_isStorageFailed()
    {
        const auto outbox = Outbox::open("/proc/nowhere/outbox.sqlite");
        QVERIFY(!outbox);
        QCOMPARE(codeName(outbox.error().code), std::string_view("STORAGE_FAILED"));
    }

    void open_ofADamagedQueue_putsItAsideAndTakesOverWhatCanBeRead()
    {
        for (int i = 0; i < 40; ++i)
            QVERIFY(m_outbox->enqueue(QString::number(i), QByteArray(9000, char('A' + i % 26))));
        m_outbox.reset();
        // The page of the small rows: found by an id's neighbour, then overwritten as a dying disk would.
        QProcess sqlite;
        sqlite.start("sqlite3",
                     {m_file, "SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_binding_1'"});
        if (!sqlite.waitForFinished())
            QSKIP("the sqlite3 command is not installed");
        const qint64 page = sqlite.readAllStandardOutput().trimmed().toLongLong();
        QVERIFY(page > 1);
        overwrite((page - 1) * 4096, QByteArray(4096, '\xFF'));

        reopen();
        const auto found = m_outbox->enqueue("39", QByteArray(9000, char('A' + 39 % 26)));
        // Damage that only an index look-up meets is not seen at opening; then nothing is lost either.
        QVERIFY(found || codeName(found.error().code) == std::string_view("STORAGE_FAILED"));
        QCOMPARE(m_outbox->due({})->size(), std::size_t(40));
    }

    void open_ofAFileThatIsNoQueue_startsANewOne()
    {
        QVERIFY(m_outbox->enqueue("a", "sealed"));
        m_outbox.reset();
        overwrite(0, QByteArray(4096, '\xFF'));
        reopen();
        QVERIFY(m_outbox->list()->empty());
        QCOMPARE(QDir(m_folder->filePath("deep")).entryList({"outbox.sqlite.damaged-*"}).size(), 1);
        QVERIFY(m_outbox->enqueue("b", "sealed"));
    }

    void open_withDamagedRows_takesOverTheOthers()
    {
        for (int i = 0; i < 500; ++i)
            QVERIFY(m_outbox->enqueue(QString::number(i), "sealed " + QByteArray::number(i)));
        m_outbox.reset();
        // One of the leaves of the table of small rows.
        QProcess sqlite;
        sqlite.start(
            "sqlite3",
            {m_file, "SELECT pageno FROM dbstat WHERE name = 'binding' AND pagetype = 'leaf' LIMIT 1 OFFSET 1"});
        if (!sqlite.waitForFinished())
            QSKIP("the sqlite3 command is not installed");
        const qint64 page = sqlite.readAllStandardOutput().trimmed().toLongLong();
        if (page < 2)
            QSKIP("this sqlite3 has no dbstat table");
        overwrite((page - 1) * 4096, QByteArray(4096, '\xFF'));

        reopen();

        const auto left = m_outbox->due({})->size();
        QCOMPARE(left, std::size_t(500)); // the index still knows the names of those on the page
        QCOMPARE(*m_outbox->sealedEvidence("499"), "sealed 499");
    }

    /// A damaged queue was once replaced without a word.
    void open_ofADamagedQueue_saysWhatBecameOfIt()
    {
        QVERIFY(!m_outbox->recovery());
        m_outbox.reset();
        overwrite(0, QByteArray(4096, '\xFF'));
        reopen();
        QVERIFY(m_outbox->recovery());
        QVERIFY(QFile::exists(m_outbox->recovery()->putAside));
        reopen();
        QVERIFY(m_outbox->recovery()); // nobody has told it yet
        QVERIFY(m_outbox->recoveryTold());
        QVERIFY(!m_outbox->recovery());
        reopen();
        QVERIFY(!m_outbox->recovery());
    }

    void open_ofAQueueOfVersion1_keepsItAndAsksAboutWhatWasDelivered()
    {
        m_outbox.reset();
        QVERIFY(QFile::remove(m_file));
        QProcess sqlite;
        sqlite.start("sqlite3",
                     {m_file,
                      "CREATE TABLE binding (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, "
                      "state INTEGER NOT NULL, created INTEGER NOT NULL, size INTEGER NOT NULL, attempts "
                      "INTEGER NOT NULL DEFAULT 0, next_attempt INTEGER NOT NULL, last_error TEXT NOT NULL "
                      "DEFAULT '', receipt_number TEXT NOT NULL DEFAULT '', received INTEGER);"
                      "CREATE TABLE evidence (seq INTEGER PRIMARY KEY REFERENCES binding, sealed BLOB NOT NULL);"
                      "INSERT INTO binding VALUES (1, 'a', 0, 1, 6, 0, 1, '', '', NULL);"
                      "INSERT INTO binding VALUES (2, 'b', 2, 1, 6, 1, 1, '', 'R-2', 1);"
                      "INSERT INTO evidence VALUES (1, 'sealed'); PRAGMA user_version=1;"});
        if (!sqlite.waitForFinished())
            QSKIP("the sqlite3 command is not installed");
        reopen();
        QVERIFY(!m_outbox->recovery());
        QCOMPARE(*m_outbox->due({}), std::vector<QString>({"a"}));
        QCOMPARE(*m_outbox->undecided(10), std::vector<QString>({"b"}));
        QCOMPARE(m_outbox->entry("b")->receiptNumber, "R-2");
        QCOMPARE(untold(), QStringList{"b binding-delivered"});
    }

    /// Whether sessions or nobody told the trail of these, the trail itself shows.
    void open_ofAQueueOfVersion2_looksForEveryOutcomeInTheTrail()
    {
        m_outbox.reset();
        QVERIFY(QFile::remove(m_file));
        QProcess sqlite;
        sqlite.start("sqlite3",
                     {m_file,
                      "CREATE TABLE binding (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, "
                      "state INTEGER NOT NULL, created INTEGER NOT NULL, size INTEGER NOT NULL, attempts "
                      "INTEGER NOT NULL DEFAULT 0, next_attempt INTEGER NOT NULL, last_error TEXT NOT NULL "
                      "DEFAULT '', receipt_number TEXT NOT NULL DEFAULT '', received INTEGER, "
                      "verdict INTEGER NOT NULL DEFAULT 0);"
                      "CREATE TABLE evidence (seq INTEGER PRIMARY KEY REFERENCES binding, sealed BLOB NOT NULL);"
                      "INSERT INTO binding VALUES (1, 'a', 0, 1, 6, 0, 1, '', '', NULL, 0);"
                      "INSERT INTO binding VALUES (2, 'b', 2, 1, 6, 1, 1, '', 'R-2', 1, 0);"
                      "INSERT INTO binding VALUES (3, 'c', 2, 1, 6, 1, 1, '', 'R-3', 1, 1);"
                      "INSERT INTO binding VALUES (4, 'd', 1, 1, 6, 1, 1, 'no', '', NULL, 0);"
                      "INSERT INTO binding VALUES (5, 'e', 1, 1, 6, 1, 1, 'no', 'R-5', 1, 2);"
                      "INSERT INTO evidence VALUES (1, 'sealed'); PRAGMA user_version=2;"});
        if (!sqlite.waitForFinished())
            QSKIP("the sqlite3 command is not installed");
        reopen();
        QVERIFY(!m_outbox->recovery());
        QCOMPARE(untold(), (QStringList{"b binding-delivered", "c binding-delivered", "c binding-verified",
                                        "d binding-refused", "e binding-delivered", "e binding-refused"}));
        QCOMPARE(m_outbox->toldUpTo().value(), 0);
    }

    void turn_isHeldByOneAtATime()
    {
        const auto other = *Outbox::open(m_file);
        QCOMPARE(*m_outbox->takeTurn(), true);
        QCOMPARE(*other->takeTurn(), false);
        m_outbox->giveTurnBack();
        QCOMPARE(*other->takeTurn(), true);
    }

    void verify_ofAWholeQueue_countsWhatWaits()
    {
        for (const char* id : {"a", "b", "c"})
            QVERIFY(m_outbox->enqueue(id, QByteArray("\x30\x80") + id));
        QVERIFY(m_outbox->markDelivered(receipt("c")));
        QCOMPARE(*m_outbox->verify(), 2);
    }

    void verify_whereEvidenceIsNotWhatItWas_namesTheBinding_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<std::string>("what");
        QTest::newRow("gone") << "DELETE FROM evidence" << std::string("outbox: a has no evidence");
        QTest::newRow("short") << "UPDATE evidence SET sealed = x'30'"
                               << std::string("outbox: a is not as long as it was");
        QTest::newRow("other") << "UPDATE evidence SET sealed = x'313233'"
                               << std::string("outbox: a is no sealed evidence");
    }

    void verify_whereEvidenceIsNotWhatItWas_namesTheBinding()
    {
        QFETCH(QString, change);
        QFETCH(std::string, what);
        QVERIFY(m_outbox->enqueue("a", "\x30\x80z"));
        QProcess sqlite;
        sqlite.start("sqlite3", {m_file, change});
        if (!sqlite.waitForFinished())
            QSKIP("the sqlite3 command is not installed");
        const auto verified = m_outbox->verify();
        QVERIFY(!verified);
        QCOMPARE(verified.error().detail, what);
    }

    void checkRoom_ofAnEmptyQueue_isThere() { QVERIFY(m_outbox->checkRoom()); }

    void open_isReadableByItsOwnerOnly()
    {
        QCOMPARE(QFile::permissions(m_file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void database_readBySqlitesOwnTool_isSound()
    {
        QVERIFY(m_outbox->enqueue("a", QByteArray(100000, 'x')));
        QProcess sqlite;
        sqlite.start("sqlite3", {m_file, "PRAGMA integrity_check; PRAGMA journal_mode; SELECT id, size FROM binding;"});
        if (!sqlite.waitForFinished())
            QSKIP("the sqlite3 command is not installed");
        QCOMPARE(sqlite.readAllStandardOutput(), "ok\nwal\na|100000\n");
    }

    void delay_growsWithTheAttemptsUpToTheCap()
    {
        const RetrySchedule schedule{std::chrono::seconds(2), std::chrono::minutes(15)};
        using std::chrono::milliseconds;
        QCOMPARE(schedule.delay(1, 0.0), milliseconds(0));
        QCOMPARE(schedule.delay(1, 0.5), milliseconds(2000));
        QCOMPARE(schedule.delay(3, 0.5), milliseconds(8000));
        QCOMPARE(schedule.delay(20, 0.5), milliseconds(450000));
        QCOMPARE(schedule.delay(1000000, 0.5), milliseconds(450000));
    }

private:
    void overwrite(qint64 position, const QByteArray& bytes)
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(position));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    /// Each "BINDING ACTION" that the trail is to be told.
    QStringList untold()
    {
        QStringList all;
        const auto found = m_outbox->untold();
        for (const Outbox::Untold& each : *found)
            for (const QString& action : each.actions)
                all.append(each.bindingId + ' ' + action);
        return all;
    }

    void reopen()
    {
        m_outbox.reset();
        auto opened = Outbox::open(m_file);
        QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
        m_outbox = *std::move(opened);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<Outbox> m_outbox;
};

namespace {

/// A program whose queue is still there when its QCoreApplication is not.
int outlive(int argc, char** argv)
{
    std::unique_ptr<Outbox> outbox;
    QCoreApplication application(argc, argv);
    const QString file = application.arguments().at(2);
    outbox = *Outbox::open(file);
    if (!outbox->enqueue("a", QByteArray(300000, 'x')))
        return 1;
    while (QFileInfo(file).size() < 300000) // until it is in the database itself, by the thread that does that
        QThread::yieldCurrentThread();
    return outbox->enqueue("b", "sealed") ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 3 && QByteArray(argv[1]) == "outlive")
        return outlive(argc, argv);
    QCoreApplication application(argc, argv);
    TestOutbox tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "tst_outbox.moc"
