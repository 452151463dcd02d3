#include "app/outbox/housekeeping_thread.h"
#include "tests/app/delivery/disk_waits.h"
#include "tests/app/delivery/receipts.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using testing::HttpsServer;

class TestHousekeepingThread : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<HttpsServer>(m_home, [](const auto& request) { return testing::receiptFor(request); });
    }

    /// A window stood still for 75 ms while the disk was written to in its thread.
    void housekeeping_inAThreadOfItsOwn_neverKeepsTheWindowWaiting()
    {
        const std::shared_ptr<Outbox> outbox = open().value();
        QVERIFY(outbox->enqueue("a", "sealed"));
        const int here = testing::diskWaitsHere();
        const int everywhere = testing::diskWaits();
        {
            HousekeepingThread housekeeping([this] { return parts(); });
            housekeeping.setIdle(true);
            QTRY_COMPARE(outbox->entry("a")->state, Outbox::State::Delivered);
        }
        QCOMPARE(testing::diskWaitsHere(), here);
        QVERIFY(testing::diskWaits() > everywhere);
    }

    void housekeeping_whoseQueueCannotBeOpened_doesNothingAndEnds()
    {
        HousekeepingThread housekeeping(
            [] { return Result<Housekeeping::Parts>(fail(FailureCode::StorageFailed, "no disk")); });
        housekeeping.setIdle(true);
        housekeeping.setIdle(false);
    }

    void housekeeping_thatEndsInTheMiddle_leavesWhatWaitsInTheQueue()
    {
        const std::shared_ptr<Outbox> outbox = open().value();
        for (int i = 0; i < 40; ++i)
            QVERIFY(outbox->enqueue(QString::number(i), "sealed"));
        {
            HousekeepingThread housekeeping([this] { return parts(); });
            housekeeping.setIdle(true);
            QTRY_VERIFY(!m_server->requests.empty());
        }
        const auto entries = outbox->list().value();
        QCOMPARE(entries.size(), std::size_t(40));
        for (const Outbox::Entry& each : entries)
            QVERIFY(each.state != Outbox::State::Refused);
    }

private:
    [[nodiscard]] Result<std::shared_ptr<Outbox>> open() const { return Outbox::open(m_folder->filePath("outbox.sqlite")); }

    Result<Housekeeping::Parts> parts()
    {
        const Enrolment enrolment = m_home.enrolment();
        return Housekeeping::Parts{open().value(), std::make_shared<CarrierClient>(enrolment, m_server->url()), nullptr,
                                   nullptr, enrolment};
    }

    testing::EnrolledHome m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HttpsServer> m_server;
};

QTEST_GUILESS_MAIN(TestHousekeepingThread)
#include "tst_housekeeping_thread.moc"
