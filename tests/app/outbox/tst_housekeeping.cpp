#include "app/outbox/housekeeping.h"
#include "tests/app/delivery/receipts.h"

#include <QSignalSpy>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using testing::HttpsServer;
using Reply = HttpsServer::Reply;

class TestHousekeeping : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_outbox = *Outbox::open(m_folder->filePath("outbox.sqlite"));
        m_server = std::make_unique<HttpsServer>(m_home, [this](const auto& request) { return answer(request); });
        m_down = false;
    }

    void housekeeping_whileNobodyIsThere_sendsWhatWaits()
    {
        QVERIFY(m_outbox->enqueue("a", "sealed"));
        Housekeeping housekeeping(parts());
        QSignalSpy rested(&housekeeping, &Housekeeping::rested);
        housekeeping.setIdle(true);
        QVERIFY(rested.wait());
        QCOMPARE(m_outbox->entry("a")->state, Outbox::State::Delivered);
    }

    void housekeeping_whileSomebodyIsThere_doesNothing()
    {
        QVERIFY(m_outbox->enqueue("a", "sealed"));
        Housekeeping housekeeping(parts());
        housekeeping.setIdle(true);
        housekeeping.setIdle(false);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QVERIFY(m_server->requests.empty());
    }

    /// The person who comes has the carrier and the disk for themselves.
    void housekeeping_whenSomebodyComes_endsWhatIsUnderWayAndBeginsNothingMore()
    {
        for (int i = 0; i < 40; ++i)
            QVERIFY(m_outbox->enqueue(QString::number(i), "sealed"));
        Housekeeping housekeeping(parts());
        QSignalSpy rested(&housekeeping, &Housekeeping::rested);
        m_onRequest = [&] { housekeeping.setIdle(false); };
        housekeeping.setIdle(true);
        QVERIFY(rested.wait());
        m_onRequest = {};
        const auto waiting = m_outbox->due({})->size();
        QVERIFY2(waiting >= 30 && waiting < 40, qPrintable(QString::number(waiting)));

        housekeeping.setIdle(true);
        QVERIFY(rested.wait());
        QCOMPARE(m_outbox->due({})->size(), std::size_t(0));
    }

    void housekeeping_withTheCarrierDown_waitsAsLongAsTheQueueSays()
    {
        m_down = true;
        QVERIFY(m_outbox->enqueue("a", "sealed"));
        Housekeeping housekeeping(parts());
        housekeeping.setPause(std::chrono::milliseconds(1));
        QSignalSpy rested(&housekeeping, &Housekeeping::rested);
        housekeeping.setIdle(true);
        QTRY_VERIFY(rested.size() >= 5);
        // By full jitter the next try may be due at once; five at once would be no waiting at all.
        QVERIFY(m_outbox->entry("a")->attempts < 5);
        QCOMPARE(m_outbox->entry("a")->state, Outbox::State::Waiting);
    }

private:
    Housekeeping::Parts parts()
    {
        const Enrolment enrolment = m_home.enrolment();
        return {std::shared_ptr<Outbox>(std::shared_ptr<void>(), m_outbox.get()),
                std::make_shared<CarrierClient>(enrolment, m_server->url()), nullptr, nullptr,
                enrolment};
    }

    Reply answer(const HttpsServer::Request& request)
    {
        if (m_onRequest)
            m_onRequest();
        if (m_down)
            return {503, {}};
        return testing::receiptFor(request);
    }

    testing::EnrolledHome m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<HttpsServer> m_server;
    std::function<void()> m_onRequest;
    bool m_down = false;
};

QTEST_GUILESS_MAIN(TestHousekeeping)
#include "tst_housekeeping.moc"
