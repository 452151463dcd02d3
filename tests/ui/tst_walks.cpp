// Whole sessions in the real window, with a simulated chip inside the program and a photograph for a camera: one by
// touch alone, one by keyboard alone. Both end at the carrier's receipt.

#include "tests/app/session/kit/counter.h"

#include <QProcess>
#include <QTest>

using counter::Counter;

class TestWalks : public QObject
{
    Q_OBJECT

    std::unique_ptr<Counter> m_counter;

private slots:
    void initTestCase()
    {
        if (const QString missing = Counter::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        m_counter = std::make_unique<Counter>();
    }

    void session_byOneKindOfInput_reachesTheReceipt_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("language");
        QTest::addRow("touch") << "touch" << "vi";
        QTest::addRow("keyboard") << "keyboard" << "en";
    }

    void session_byOneKindOfInput_reachesTheReceipt()
    {
        QFETCH(QString, input);
        QFETCH(QString, language);
        const int before = m_counter->bindings();
        QProcess kiosk;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("CHINHCHU_PHOTOS", Counter::photograph({}));
        kiosk.setProcessEnvironment(environment);
        kiosk.setProcessChannelMode(QProcess::MergedChannels);

        kiosk.start(CHINHCHU_KIOSK_DEMO,
                    {"--in-process-card", m_counter->profile("cccd-2021"), "--pki", m_counter->path("issuer"), "--home",
                     m_counter->home(), "--trust", m_counter->trust(), "--camera", Counter::holder(), "--walk-can",
                     "000017", "--walk-msisdn", "0900000017", "--walk-input", input, "--lang", language, "--size",
                     "1366x768"});
        QVERIFY(kiosk.waitForFinished(120000));

        const QByteArray said = kiosk.readAll();
        QVERIFY2(kiosk.exitCode() == 0, said.constData());
        QVERIFY2(said.contains("\nReceipt "), said.constData());
        // No page may complain while it is used.
        QVERIFY2(!said.contains(".qml:"), said.constData());
        QCOMPARE(m_counter->bindings(), before + 1);
    }
};

QTEST_GUILESS_MAIN(TestWalks)
#include "tst_walks.moc"
