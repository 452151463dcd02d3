// Whole sessions in the real window, with a simulated chip inside the program and a photograph for a camera: one by
// touch alone, one by keyboard alone. Both end at the carrier's receipt.

#include "tests/app/session/kit/counter.h"

#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using counter::Counter;

class TestWalks : public QObject
{
    Q_OBJECT

    std::unique_ptr<Counter> m_counter;

    /// A whole session in the window that delivers one binding.
    static void walkToTheReceipt(Counter& counter, const QStringList& how, const QStringList& past = {})
    {
        const int before = counter.bindings();
        QProcess kiosk;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("CHINHCHU_PHOTOS", Counter::photograph({}));
        kiosk.setProcessEnvironment(environment);
        kiosk.setProcessChannelMode(QProcess::MergedChannels);

        kiosk.start(CHINHCHU_KIOSK_DEMO,
                    QStringList{"--in-process-card", counter.profile("cccd-2021"), "--pki", counter.path("issuer"),
                                "--home", counter.home(), "--trust", counter.trust(), "--walk-msisdn",
                                "0900000017", "--size", "1366x768"} +
                        how);
        QVERIFY(kiosk.waitForFinished(120000));

        const QByteArray said = kiosk.readAll();
        QVERIFY2(kiosk.exitCode() == 0, said.constData());
        QVERIFY2(said.contains("\nReceipt "), said.constData());
        for (const QString& page : past)
            QVERIFY2(said.contains('\n' + page.toLatin1() + ' '), said.constData());
        // No page may complain while it is used.
        QVERIFY2(!said.contains(".qml:"), said.constData());
        QCOMPARE(counter.bindings(), before + 1);
    }

    /// Whether something is drawn in the right half of the page, below its top and above its bottom.
    static bool hasADrawing(const QImage& page)
    {
        const QRect beside(page.width() * 6 / 10, page.height() / 4, page.width() * 3 / 10, page.height() / 2);
        const QRgb ground = page.pixel(2, page.height() - 3);
        int drawn = 0;
        for (int y = beside.top(); y <= beside.bottom(); ++y) {
            for (int x = beside.left(); x <= beside.right(); ++x)
                drawn += page.pixel(x, y) != ground;
        }
        return drawn > beside.width() * beside.height() / 10;
    }

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
        const QTemporaryDir pictures;
        walkToTheReceipt(*m_counter, {"--camera", Counter::holder(), "--walk-can", "000017", "--walk-input", input, "--lang", language,
                          "--screenshots", pictures.path()});

        // The first picture once was of a page without a width: words over each other, and nothing beside them.
        const QImage greeting(pictures.filePath("01-greeting.png"));
        QVERIFY(!greeting.isNull() && hasADrawing(greeting));
    }

    /// No walk had ever come past the pages that only some carriers ask for.
    void session_underAPolicyThatAsksForPicturesAndASignature_reachesTheReceipt()
    {
        Counter asking;
        const QString url = asking.anotherCarrier({"--policy", asking.signingPolicy()});
        const counter::Reader none{counter::Reader::Kind::NoService, {}};
        QVERIFY(asking.run(none, {"outbox", "sync", "--carrier", url}).json()["policy"].toInt() > 0);

        walkToTheReceipt(asking,
                         {"--camera", Counter::holder(), "--walk-can", "000017", "--walk-input", "keyboard", "--lang",
                          "vi", "--carrier", url},
                         {"DocumentPictures", "SignatureOffer", "Signing"});
    }

    /// A picture with the holder and, in a corner of it, the card: nothing is typed for the card.
    void session_byTheCodeOnTheCard_reachesTheReceipt()
    {
        const QStringList part = Counter::holder().section(u'#', 1).split(u',');
        const QImage group(Counter::holder().section(u'#', 0, 0));
        QVERIFY(!group.isNull() && part.size() == 4);
        const QImage person = group.copy(part[0].toInt(), part[1].toInt(), part[2].toInt(), part[3].toInt());
        const QImage card(CHINHCHU_SOURCE_DIR "/tests/app/session/pictures/card-with-code.jpg");
        QImage view(1280, 720, QImage::Format_RGB888);
        view.fill(Qt::gray);
        {
            QPainter painter(&view);
            const QSize fitting = person.size().scaled(640, 720, Qt::KeepAspectRatio);
            painter.drawImage(QRect(QPoint(0, 0), fitting), person);
            painter.drawImage(660, 160, card.copy(320, 140, 610, 430));
        }
        const QString camera = m_counter->path("holder-with-card.png");
        QVERIFY(view.save(camera));
        walkToTheReceipt(*m_counter, {"--camera", camera, "--walk-scan", "--lang", "vi"});
    }
};

QTEST_GUILESS_MAIN(TestWalks)
#include "tst_walks.moc"
