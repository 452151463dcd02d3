#include "app/audit/audit_trail.h"
#include "tests/app/audit/trail_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace chinhchu;
using namespace chinhchu::app;

class TestAuditTrail : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath("audit.log");
    }

    /// The eight leaves and roots of the reference tests of Certificate Transparency.
    void root_ofTheReferenceLeaves_isTheReferenceRoot()
    {
        const char* leaves[] = {
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
        const char* roots[] = {"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                               "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                               "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                               "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                               "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                               "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                               "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                               "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
        MerkleTree tree;
        QCOMPARE(tree.root().toHex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < 8; ++i) {
            tree.append(QByteArray::fromHex(leaves[i]));
            QCOMPARE(tree.root().toHex(), roots[i]);
        }
    }

    void record_afterReopening_continues()
    {
        recordSome(3);
        recordSome(4);
        const auto head = AuditTrail::verify(m_file);
        QVERIFY2(head, head ? "" : head.error().detail.c_str());
        QCOMPARE(head->size, 7);
        QCOMPARE(contentOf(m_file).count('\n'), 7);
    }

    /// The session notes on a thread of its own while the carrier client asks for the head.
    void record_onTwoThreadsWhileTheHeadIsAsked_isOneTrail()
    {
        const auto trail = *AuditTrail::open(m_file);
        const auto write = [&trail] {
            for (int i = 0; i < 20; ++i)
                static_cast<void>(trail->record({"kiosk", "session-started", "a"}));
        };
        std::vector<AuditHead> heads;
        {
            const std::jthread one(write);
            const std::jthread other(write);
            while (heads.empty() || heads.back().size < 40)
                if (const AuditHead head = trail->head(); heads.empty() || head.size != heads.back().size)
                    heads.push_back(head);
        }
        for (const AuditHead& head : heads)
            QVERIFY(AuditTrail::verify(m_file, head));
    }

    void record_byTwoAtOnce_isOneTrail()
    {
        const auto first = *AuditTrail::open(m_file);
        const auto second = *AuditTrail::open(m_file);
        for (int i = 0; i < 5; ++i) {
            QVERIFY(first->record({"kiosk", "session-started", "a"}));
            QVERIFY(second->record({"clerk-7", "settings-changed", ""}));
        }
        const auto head = AuditTrail::verify(m_file);
        QVERIFY(head);
        QCOMPARE(head->size, 10);
        QCOMPARE(second->head().root, head->root);
    }

    void recordMissing_ofWhatIsThereBehindThatPlace_writesTheRestOnly()
    {
        const auto trail = *AuditTrail::open(m_file);
        QVERIFY(trail->record({"kiosk", "binding-delivered", "before"}));
        const qint64 place = contentOf(m_file).size();
        QVERIFY(trail->record({"clerk-7", "binding-delivered", "a"}));

        const auto end = trail->recordMissing({{"kiosk", "binding-delivered", "before"},
                                               {"kiosk", "binding-delivered", "a"},
                                               {"kiosk", "binding-verified", "a"}},
                                              place);

        QVERIFY(end);
        QCOMPARE(*end, contentOf(m_file).size());
        QCOMPARE(AuditTrail::verify(m_file).value().size, 4);
        QCOMPARE(contentOf(m_file).mid(place).count("before"), 1);
        QCOMPARE(trail->head().root, AuditTrail::verify(m_file).value().root);
        QCOMPARE(trail->recordMissing({{"kiosk", "binding-verified", "a"}}, place).value(), *end);
    }

    /// A place in a trail that is not the one it was.
    void recordMissing_beyondTheEnd_looksAtAll()
    {
        recordSome(2);
        const auto trail = *AuditTrail::open(m_file);
        QVERIFY(trail->recordMissing({{"kiosk", "session-started", "1"}, {"kiosk", "session-started", "2"}}, 1000000));
        QCOMPARE(AuditTrail::verify(m_file).value().size, 3);
    }

    void verify_afterAChange_namesTheLineAfterIt_data()
    {
        QTest::addColumn<int>("changed");
        QTest::newRow("first") << 0;
        QTest::newRow("middle") << 4;
    }

    void verify_afterAChange_namesTheLineAfterIt()
    {
        QFETCH(int, changed);
        recordSome(9);
        QList<QByteArray> lines = contentOf(m_file).split('\n');
        lines[changed].replace("kiosk", "nobody");
        write(m_file, lines.join('\n'));
        const auto head = AuditTrail::verify(m_file);
        QVERIFY(!head);
        QCOMPARE(head.error().detail,
                 "line " + std::to_string(changed + 2) + ": does not continue the lines before it");
    }

    void verify_afterALineWasRemoved_fails()
    {
        recordSome(5);
        QList<QByteArray> lines = contentOf(m_file).split('\n');
        lines.removeAt(2);
        write(m_file, lines.join('\n'));
        QVERIFY(!AuditTrail::verify(m_file));
    }

    void verify_withAHeadThatWasReported_seesACutOffEnd()
    {
        recordSome(5);
        const AuditHead reported = *AuditTrail::verify(m_file);
        QVERIFY(AuditTrail::verify(m_file, reported));
        QList<QByteArray> lines = contentOf(m_file).split('\n');
        write(m_file, lines.mid(0, 3).join('\n') + '\n');
        QVERIFY(QFile::remove(m_file + ".head")); // whoever cuts off one may cut off both
        QVERIFY(AuditTrail::verify(m_file));      // by itself a shorter trail is sound
        QVERIFY(!AuditTrail::verify(m_file, reported));
        recordSome(5); // written anew beyond the reported size
        QVERIFY(!AuditTrail::verify(m_file, reported));
    }

    /// A trail whose last lines were cut off once verified, and a kiosk went on writing it.
    void verify_ofACutOffEnd_namesTheMissingLine()
    {
        recordSome(5);
        const QList<QByteArray> lines = contentOf(m_file).split('\n');
        write(m_file, lines.mid(0, 3).join('\n') + '\n');

        const auto head = AuditTrail::verify(m_file);
        const auto trail = AuditTrail::open(m_file);

        QVERIFY(!head && !trail);
        QCOMPARE(head.error().detail, std::string("line 4: is missing, though it was written"));
        QCOMPARE(codeName(trail.error().code), std::string_view("AUDIT_BROKEN"));
    }

    void verify_ofATrailWrittenAnewBesideItsHead_fails()
    {
        recordSome(5);
        const QByteArray head = contentOf(m_file + ".head");
        QVERIFY(QFile::remove(m_file) && QFile::remove(m_file + ".head"));
        recordSome(9);
        write(m_file + ".head", head);
        QVERIFY(!AuditTrail::verify(m_file));
        QVERIFY(!AuditTrail::open(m_file));
    }

    void open_afterAPowerCutBeforeTheHead_goesOn()
    {
        recordSome(2);
        const QByteArray head = contentOf(m_file + ".head");
        recordSome(1);
        write(m_file + ".head", head);
        recordSome(1);
        QCOMPARE(AuditTrail::verify(m_file).value().size, 4);
    }

    void open_afterAPowerCutWithinALine_goesOn()
    {
        recordSome(3);
        const QByteArray whole = contentOf(m_file);
        write(m_file, whole + "{\"seq\":3,\"at\":\"20");
        recordSome(1);
        const auto head = AuditTrail::verify(m_file);
        QVERIFY(head);
        QCOMPARE(head->size, 4);
        QVERIFY(contentOf(m_file).startsWith(whole));
    }

    /// Each byte once cost a call of the system: a year's trail took half a minute at every start.
    void open_ofALongTrail_readsItInLargePieces()
    {
        std::vector<AuditEvent> events;
        for (int i = 0; i < 2000; ++i)
            events.push_back({"kiosk", "session-started", QString::number(i)});
        QVERIFY((*AuditTrail::open(m_file))->recordMissing(events, 0));
        const auto calls = [] {
            const QByteArray counts = contentOf("/proc/self/io"); // proc(5)
            const qsizetype at = counts.indexOf("syscr: ") + 7;
            return counts.mid(at, counts.indexOf('\n', at) - at).toLongLong();
        };
        QVERIFY(QFile::remove(m_file + ".checked"));
        const qint64 before = calls();
        const auto trail = AuditTrail::open(m_file);
        QVERIFY(trail);
        QCOMPARE((*trail)->head().size, 2000);
        QVERIFY2(calls() - before < 2000, qPrintable(QString::number(calls() - before)));
    }

    void open_ofABrokenTrail_isRefused()
    {
        write(m_file, "{}\n");
        const auto trail = AuditTrail::open(m_file);
        QVERIFY(!trail);
        QCOMPARE(codeName(trail.error().code), std::string_view("AUDIT_BROKEN"));
    }

private:
    void recordSome(int count)
    {
        const auto trail = AuditTrail::open(m_file);
        QVERIFY2(trail, trail ? "" : trail.error().detail.c_str());
        for (int i = 0; i < count; ++i)
            QVERIFY((*trail)->record({"kiosk", "session-started", QString::number(i)}));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestAuditTrail)
#include "tst_audit_trail.moc"
