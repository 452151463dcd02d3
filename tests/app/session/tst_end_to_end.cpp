// Whole sessions with the real programs: a simulated card in a virtual reader of a private pcscd, photographs as the
// camera, the carrier's sandbox on loopback.

#include "tests/app/session/kit/counter.h"
#include "tests/app/session/kit/disk_search.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using counter::Counter;
using counter::DiskSearch;
using counter::Ran;
using counter::Reader;
using Kind = Reader::Kind;

namespace {

QByteArray content(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the card of profiles/cccd-2021.toml, the session and the camera know about the holder.
const QStringList InEvidence = {"Nguyễn Thị Ấn", "099199000017",   "1999-01-15",
                                "900000017",     "NGUYEN<<THI<AN", "099000017"};
const QStringList NeverInEvidence = {"15/01/1999", "19990115",        "Xã Thử Nghiệm", "Đường Không Có Thật",
                                     "Nốt ruồi",   "Nguyễn Văn Bình", "Trần Thị Ước",  "NGUYEN THI AN"};

DiskSearch searchForTheHolder(const QString& savedFiles)
{
    DiskSearch search;
    for (const QString& each : InEvidence + NeverInEvidence) {
        search.addText(each);
    }
    search.addFile(content(savedFiles + "/EF_DG1.bin"), "the card's lines");
    search.addFile(content(savedFiles + "/EF_DG2.bin"), "the chip's photograph");
    // How pictures of the camera begin: APP0 with "JFIF".
    const QByteArray jfif = QByteArray::fromHex("FFD8FFE000104A464946");
    search.addBytes(jfif, "a camera picture");
    search.addBytes(jfif.left(9).toBase64(), "a camera picture");
    search.addBytes("chinhchu-evidence", "opened evidence");
    return search;
}

} // namespace

class TestEndToEnd : public QObject
{
    Q_OBJECT

    std::unique_ptr<Counter> m_counter;
    QString m_missingReader;
    DiskSearch m_search;

    void lookAtTheDisk()
    {
        m_search.look(m_counter->home());
        m_search.look(m_counter->temporary());
    }

    Reader card() { return {Kind::Card, m_counter->profile("cccd-2021")}; }

    QStringList read(const QString& can = "000017")
    {
        return {"read", "--can", can, "--trust", m_counter->trust(), "--wait", "20"};
    }

    bool hasReader() const { return m_missingReader.isEmpty(); }

private slots:
    void initTestCase()
    {
        if (const QString missing = Counter::missing(); !missing.isEmpty()) {
            QSKIP(qPrintable(missing));
        }
        m_missingReader = Counter::missingReader();
        m_counter = std::make_unique<Counter>();
        const QString known = m_counter->path("known");
        m_counter->run({Kind::InProcess, m_counter->profile("cccd-2021")}, read() + QStringList{"--save", known});
        m_search = searchForTheHolder(known);
        m_counter->setMeanwhile([this] { lookAtTheDisk(); });
    }

#define NEEDS_READER()                                                                                                 \
    if (!hasReader())                                                                                                  \
    QSKIP(qPrintable(m_missingReader))

    void read_ofAGenuineCard_isVerified()
    {
        NEEDS_READER();
        const Ran ran = m_counter->run(card(), read());
        COMPARE_STATUS(ran, 0);
        QCOMPARE(ran.json()["access"].toString(), "PACE");
        const QJsonObject authenticity = ran.json()["authenticity"].toObject();
        QCOMPARE(authenticity["passive"].toString(), "verified");
        QCOMPARE(authenticity["active"].toString(), "passed");
        QVERIFY(authenticity["reasons"].toArray().isEmpty());
        const QJsonObject identity = ran.json()["identity"].toObject();
        QCOMPARE(identity["number"].toString().right(6), "000017");
        QCOMPARE(identity["birthDate"].toString(), "1999-01-15");
        QVERIFY(ran.json()["timing"].toObject()["apdus"].toInt() > 0);
        QCOMPARE(ran.json()["files"].toObject()["DG1"].toObject()["sha256"].toString().size(), 64);
    }

    void savedFiles_ofAGenuineCard_verifyAgain()
    {
        NEEDS_READER();
        const QString folder = m_counter->path("saved");
        COMPARE_STATUS(m_counter->run(card(), read() + QStringList{"--save", folder}), 0);
        QVERIFY(QFile::exists(folder + "/EF_SOD.bin"));
        QVERIFY(!QFile::exists(folder + "/EF_DG13.bin"));

        const Ran again = m_counter->run({Kind::NoService, {}}, {"verify", folder, "--trust", m_counter->trust()});
        COMPARE_STATUS(again, 0);
        QCOMPARE(again.json()["authenticity"].toObject()["passive"].toString(), "verified");
        const Ran alone = m_counter->run({Kind::NoService, {}},
                                         {"verify", "--sod", folder + "/EF_SOD.bin", "--trust", m_counter->trust()});
        COMPARE_STATUS(alone, 0);
    }

    void read_withAWrongCan_isAWrongKey()
    {
        NEEDS_READER();
        const Ran ran = m_counter->run(card(), read("999999"));
        COMPARE_STATUS(ran, 4);
        QCOMPARE(ran.errorCode(), "ACCESS_KEY_WRONG");
    }

    void read_withOneByteOfDg1Changed_namesDg1()
    {
        NEEDS_READER();
        const Reader changed{Kind::Card, m_counter->profile("cccd-2021", "[attack]\nflip = [\"DG1:20\"]\n")};
        const Ran ran = m_counter->run(changed, read());
        COMPARE_STATUS(ran, 5);
        QVERIFY2(ran.reasons().contains("DATA_GROUP_HASH_MISMATCH DG1"), qPrintable(ran.reasons().join(", ")));
        QCOMPARE(ran.json()["error"].toObject()["detail"].toString(), "DG1");
        QCOMPARE(ran.json()["authenticity"].toObject()["passive"].toString(), "failed");
    }

    void read_withAnUnknownIssuer_isIntactButNotConfirmed()
    {
        NEEDS_READER();
        const QString nobody = m_counter->path("nobody");
        QDir().mkpath(nobody);
        const Ran ran = m_counter->run(card(), {"read", "--can", "000017", "--trust", nobody, "--wait", "20"});
        COMPARE_STATUS(ran, 6);
        QCOMPARE(ran.json()["authenticity"].toObject()["passive"].toString(), "issuer-unknown");
        QCOMPARE(ran.errorCode(), "ISSUER_UNKNOWN");
    }

    void read_withoutService_saysSo()
    {
        const Ran ran = m_counter->run({Kind::NoService, {}}, read());
        COMPARE_STATUS(ran, 3);
        QCOMPARE(ran.errorCode(), "READER_SERVICE_UNAVAILABLE");
    }

    void read_withoutReader_saysSo()
    {
        NEEDS_READER();
        const Ran ran = m_counter->run({Kind::NoReader, {}}, {"read", "--can", "000017", "--wait", "0"});
        COMPARE_STATUS(ran, 3);
        QCOMPARE(ran.errorCode(), "READER_NOT_FOUND");
    }

    void read_withoutCard_saysSo()
    {
        NEEDS_READER();
        const Ran ran = m_counter->run({Kind::NoCard, {}}, {"read", "--can", "000017", "--wait", "0"});
        COMPARE_STATUS(ran, 3);
        QCOMPARE(ran.errorCode(), "CARD_NOT_PRESENT");
    }

    void session_ofTheHolder_endsWithAReceipt()
    {
        NEEDS_READER();
        const int before = m_counter->bindings();
        const Ran ran = m_counter->session(card(), Counter::holder());
        COMPARE_STATUS(ran, 0);
        QVERIFY(!ran.json()["receipt"].toObject()["receiptNumber"].toString().isEmpty());
        QVERIFY(ran.json()["match"].toObject()["match"].toBool());
        QCOMPARE(ran.json()["verdict"].toObject()["active"].toString(), "passed");
        QVERIFY(ran.json()["timings"].toArray().size() >= 10);
        QCOMPARE(m_counter->bindings(), before + 1);
        QVERIFY(m_counter->run({Kind::NoService, {}}, {"outbox", "list"}).status == 0);
    }

    void session_ofSomebodyElse_submitsNothing()
    {
        NEEDS_READER();
        const int before = m_counter->bindings();
        const Ran ran = m_counter->session(card(), Counter::somebodyElse());
        COMPARE_STATUS(ran, 7);
        QCOMPARE(ran.errorCode(), "FACE_MISMATCH");
        QVERIFY(ran.json()["receipt"].isNull());
        QCOMPARE(m_counter->bindings(), before);
        const QJsonArray entries =
            m_counter->run({Kind::NoService, {}}, {"outbox", "list"}).json()["entries"].toArray();
        for (const QJsonValue each : entries) {
            QVERIFY(each["bindingId"] != ran.json()["bindingId"]);
        }
    }

    void session_withACardWithoutChip_isForTheCounter()
    {
        const Ran ran = m_counter->run({Kind::NoService, {}}, {"session", "--no-chip", "--msisdn", "0900000017"});
        COMPARE_STATUS(ran, 3);
        QCOMPARE(ran.errorCode(), "CARD_WITHOUT_CHIP");
        QVERIFY(ran.json()["receipt"].isNull());
        QFile trail(m_counter->home() + "/audit.log");
        QVERIFY(trail.open(QIODevice::ReadOnly));
        QVERIFY(trail.readAll().contains("counter-path"));
    }

    void session_withChangedData_submitsNothing()
    {
        NEEDS_READER();
        const int before = m_counter->bindings();
        const Reader changed{Kind::Card, m_counter->profile("cccd-2021", "[attack]\nflip = [\"DG1:20\"]\n")};
        const Ran ran = m_counter->session(changed, Counter::holder());
        COMPARE_STATUS(ran, 5);
        QVERIFY(!ran.json().contains("match"));
        QCOMPARE(m_counter->bindings(), before);
    }

    void session_withTheCarrierAway_isQueuedAndDeliveredOnce()
    {
        NEEDS_READER();
        const int before = m_counter->bindings();
        const Ran ran = m_counter->session(card(), Counter::holder(), {"--carrier", "https://127.0.0.1:1"});
        COMPARE_STATUS(ran, 8);
        QCOMPARE(ran.errorCode(), "QUEUED_NOT_DELIVERED");
        QCOMPARE(m_counter->bindings(), before);
        lookAtTheDisk();
        // Only the carrier can open what lies there; then everything is found that is looked for.
        m_counter->openQueued();
        DiskSearch proof = searchForTheHolder(m_counter->path("known"));
        proof.look(m_counter->path("opened"));
        QCOMPARE(proof.neverFound(), NeverInEvidence);

        const Ran away = m_counter->run({Kind::NoService, {}}, {"outbox", "sync", "--carrier", "https://127.0.0.1:1"});
        COMPARE_STATUS(away, 8);
        const Ran sync = m_counter->run({Kind::NoService, {}}, {"outbox", "sync"});
        COMPARE_STATUS(sync, 0);
        QCOMPARE(sync.json()["delivered"].toInt(), 1);
        QCOMPARE(sync.json()["notYetVerified"].toInt(), 1); // without the carrier's nonce: a person decides
        const Ran again = m_counter->run({Kind::NoService, {}}, {"outbox", "sync"});
        COMPARE_STATUS(again, 0);
        QCOMPARE(again.json()["delivered"].toInt(), 0);
        QCOMPARE(m_counter->bindings(), before + 1);
    }

    void audit_afterTheSessions_isWholeAndWithoutPersonalData()
    {
        NEEDS_READER();
        QFile trail(m_counter->home() + "/audit.log");
        QVERIFY(trail.open(QIODevice::ReadOnly));
        const QByteArray content = trail.readAll();
        for (const char* each : {"session-started", "binding-sealed", "binding-delivered", "handed-over"}) {
            QVERIFY2(content.contains(each), each);
        }
        for (const char* each : {"099199000017", "900000017", "Nguy", "NGUYEN", "1999"}) {
            QVERIFY2(!content.contains(each), each);
        }
        const Ran ran = m_counter->run({Kind::NoService, {}}, {"audit", "verify"});
        COMPARE_STATUS(ran, 0);
        const QString head = ran.json()["head"].toString();
        COMPARE_STATUS(m_counter->run({Kind::NoService, {}}, {"audit", "verify", "--head", head}), 0);
        const QString other = QString::number(ran.json()["size"].toInt()) + ':' + QString(64, '0');
        COMPARE_STATUS(m_counter->run({Kind::NoService, {}}, {"audit", "verify", "--head", other}), 5);
    }

    /// In the queue, its log, the audit trail, caches and temporary files; while the sessions above ran and after them.
    void disk_duringAndAfterTheSessions_holdsNothingOfTheHolder()
    {
        lookAtTheDisk();
        QCOMPARE(m_search.found(), QStringList());
        QVERIFY2(m_search.bytes() > 100000, qPrintable(QString::number(m_search.bytes())));
    }

    void faceQuality_ofADemoPhotograph_measuresIt()
    {
        const Ran ran = m_counter->run({Kind::NoService, {}}, {"face", "quality", Counter::photograph("sample3.jpg")});
        QVERIFY(ran.status == 0 || ran.status == 7);
        QVERIFY(ran.json()["measures"].toArray().size() > 3);
    }

    void faceCompare_ofOneAndOfTwoPeople_tellsThemApart()
    {
        const Reader none{Kind::NoService, {}};
        const Ran same = m_counter->run(
            none, {"face", "compare", Counter::holder(), Counter::photograph("sample1.jpg#1343,77,432,576")});
        COMPARE_STATUS(same, 0);
        QVERIFY(same.json()["match"].toBool());
        const Ran other = m_counter->run(none, {"face", "compare", Counter::holder(), Counter::somebodyElse()});
        COMPARE_STATUS(other, 7);
        QCOMPARE(other.errorCode(), "FACE_MISMATCH");
        QVERIFY(other.json()["distance"].toDouble() > same.json()["distance"].toDouble());
    }

    void doctor_onAReadyCounter_isReady()
    {
        NEEDS_READER();
        const Ran ran =
            m_counter->run(card(), {"doctor", "--camera", Counter::holder(), "--trust", m_counter->trust()});
        COMPARE_STATUS(ran, 0);
        QVERIFY(ran.json()["ready"].toBool());
        for (const QJsonValue each : ran.json()["checks"].toArray()) {
            QCOMPARE(each["state"].toString(), "ready");
        }
    }
};

QTEST_GUILESS_MAIN(TestEndToEnd)
#include "tst_end_to_end.moc"
