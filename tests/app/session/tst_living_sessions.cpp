// Whole sessions with the chip inside the program, as where there is no reader: a living person, a frozen picture, a
// still picture.

#include "tests/app/session/kit/counter_test.h"

#include <QFile>

using counter::Counter;
using counter::Ran;
using counter::Reader;
using Kind = Reader::Kind;

class TestLivingSessions : public counter::CounterTest
{
    Q_OBJECT

private slots:
    void session_withoutNamespaces_endsWithAReceiptToo()
    {
        const Reader inside{Kind::InProcess, m_counter->profile("cccd-2021")};
        const Ran ran = m_counter->session(inside, Counter::holder());
        COMPARE_STATUS(ran, 0);
        QCOMPARE(ran.json()["source"].toString(), "in-process");
        // The camera was one still picture: nobody was asked to move, and that is said.
        QCOMPARE(ran.json()["liveness"].toObject()["result"].toString(), "not-performed");
        QVERIFY(!ran.json()["receipt"].toObject()["receiptNumber"].toString().isEmpty());
    }

    void session_ofALivingPerson_saysSoToTheCarrier()
    {
        const Reader inside{Kind::InProcess, m_counter->profile("cccd-2021")};
        const Ran ran = m_counter->session(inside, {}, {"--simulated-person", "holder"});
        COMPARE_STATUS(ran, 0);
        const QJsonObject liveness = ran.json()["liveness"].toObject();
        QCOMPARE(liveness["result"].toString(), "live");
        QVERIFY(liveness["scores"].toObject()["challenge_bits"].toDouble() >= 6);
        QVERIFY(ran.json()["match"].toObject()["match"].toBool());
    }

    void session_withAFrozenPicture_isCaughtAndSubmitsNothing()
    {
        const int before = m_counter->bindings();
        const Reader inside{Kind::InProcess, m_counter->profile("cccd-2021")};
        const Ran ran = m_counter->session(inside, {}, {"--simulated-person", "frozen"});
        COMPARE_STATUS(ran, 7);
        QCOMPARE(ran.errorCode(), "PICTURE_FROZEN");
        QCOMPARE(ran.json()["liveness"].toObject()["result"].toString(), "not-live");
        QVERIFY(!ran.json().contains("match"));
        QCOMPARE(m_counter->bindings(), before);
        // Five attacks in a row once left nothing but "session-started".
        QFile trail(m_counter->home() + "/audit.log");
        QVERIFY(trail.open(QIODevice::ReadOnly));
        const QByteArray lines = trail.readAll();
        QVERIFY2(lines.contains("\"face-refused\"") && lines.contains(" PICTURE_FROZEN\""), lines);
    }

    void session_withAPrintedPhotograph_isCaughtAndSubmitsNothing()
    {
        const int before = m_counter->bindings();
        const Reader inside{Kind::InProcess, m_counter->profile("cccd-2021")};
        const Ran ran = m_counter->session(inside, {}, {"--simulated-person", "print-flat"});
        COMPARE_STATUS(ran, 7);
        // By its edges, by what it cannot do, or by its flatness: whatever comes first, and never a fault of the stream.
        const QStringList checks{"FACE_ON_SCREEN", "CHALLENGE_NOT_FOLLOWED", "FACE_FLAT"};
        QVERIFY2(checks.contains(ran.errorCode()), qPrintable(ran.errorCode()));
        QCOMPARE(ran.json()["liveness"].toObject()["result"].toString(), "not-live");
        QVERIFY(!ran.json().contains("match"));
        QCOMPARE(m_counter->bindings(), before);
    }
};

QTEST_GUILESS_MAIN(TestLivingSessions)
#include "tst_living_sessions.moc"
