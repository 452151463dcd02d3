#include "app/outbox/outbox_desk.h"
#include "tests/app/delivery/disk_waits.h"
#include "tests/app/delivery/receipts.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using testing::HttpsServer;
using testing::receiptFor;
using Kept = OutboxDesk::Kept;

namespace {

Result<QByteArray> sealed()
{
    return QByteArray("sealed");
}

} // namespace

class TestOutboxDesk : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_trail = AuditTrail::open(trailFile()).value();
        m_desk = std::make_unique<OutboxDesk>(opener(), m_trail);
        m_state = "verified";
    }

    void keep_ofABinding_isInTheQueueAndBeforeThatInTheTrail()
    {
        const Kept kept = keep("a", [this]() -> Result<QByteArray> {
            m_trailAtSealing = linesOfTheTrail();
            return sealed();
        });
        QVERIFY(kept.isTold && kept.isSafe);
        QCOMPARE(m_trailAtSealing.count("binding-sealed"), 1);
        QCOMPARE(*queue()->sealedEvidence("a"), QByteArray("sealed"));
    }

    void keep_whenItCannotBeSealed_saysThatTheTrailWasTold()
    {
        const Kept kept = keep("a", [] { return Result<QByteArray>(fail(FailureCode::DeviceKeyUnavailable)); });
        QVERIFY(kept.isTold);
        QCOMPARE(kept.isSafe.error().code, FailureCode::DeviceKeyUnavailable);
        QVERIFY(queue()->list()->empty());
    }

    void keep_whenTheTrailCannotBeWritten_sealsNothing()
    {
        QFile trail(trailFile());
        QVERIFY(trail.open(QIODevice::Append) && trail.write("no line of ours\n") > 0);
        trail.close();
        bool isSealed = false;
        const Kept kept = keep("a", [&isSealed]() -> Result<QByteArray> {
            isSealed = true;
            return sealed();
        });
        QVERIFY(!kept.isTold && !kept.isSafe && !isSealed);
    }

    void keep_whenTheQueueCannotBeOpened_saysSo()
    {
        OutboxDesk desk([] { return Result<std::shared_ptr<Outbox>>(fail(FailureCode::StorageFailed, "no disk")); }, nullptr);
        std::optional<Kept> kept;
        desk.keep("a", {}, sealed, [&kept](const Kept& told) { kept = told; });
        QTRY_VERIFY(kept);
        QCOMPARE(kept->isSafe.error().detail, std::string("no disk"));
    }

    /// Whoever has just confirmed and goes away has still handed in the binding.
    void end_rightAfterItWasAsked_stillKeeps()
    {
        m_desk->keep("a", {}, sealed, [](const Kept&) { QFAIL("nobody is there to hear it"); });
        m_desk.reset();
        QCoreApplication::processEvents();
        QCOMPARE(*queue()->sealedEvidence("a"), QByteArray("sealed"));
    }

    void deliver_ofWhatTheCarrierTakes_isWrittenDownWhenItAnswers()
    {
        HttpsServer server(m_home, [this](const auto& request) { return receiptFor(request, m_state); });
        keep("a", sealed);
        const auto receipt = deliver("a", server.url());
        QVERIFY(receipt);
        QCOMPARE(receipt->receiptNumber, "R-a");
        QCOMPARE(queue()->entry("a")->state, Outbox::State::Delivered);
        QCOMPARE(linesOfTheTrail().count("binding-verified"), 1);
    }

    void deliver_ofWhatTheCarrierRefuses_isARefusalWithItsReasons()
    {
        m_state = "refused";
        HttpsServer server(m_home, [this](const auto& request) { return receiptFor(request, m_state); });
        keep("a", sealed);
        const auto receipt = deliver("a", server.url());
        QCOMPARE(receipt.error().code, FailureCode::CarrierRefused);
        QCOMPARE(receipt.error().detail, std::string("FACE_MISMATCH"));
        QCOMPARE(queue()->entry("a")->state, Outbox::State::Refused);
    }

    void deliver_withoutACarrier_leavesItWaiting()
    {
        keep("a", sealed);
        const auto receipt = deliver("a", QUrl("https://localhost:1"));
        QCOMPARE(receipt.error().code, FailureCode::CarrierUnreachable);
        QCOMPARE(queue()->entry("a")->state, Outbox::State::Waiting);
        QCOMPARE(queue()->entry("a")->attempts, 1);
    }

    void deliver_ofWhatAnotherProgramDelivered_isItsReceipt()
    {
        keep("a", sealed);
        QVERIFY(queue()->markDelivered({"a", "R-theirs", BindingReceipt::State::Verified, QDateTime::currentDateTimeUtc(), {}}));
        const auto receipt = deliver("a", QUrl("https://localhost:1"));
        QVERIFY(receipt);
        QCOMPARE(receipt->receiptNumber, "R-theirs");
    }

    void deliver_ofAnUnknownBinding_isStorageFailed()
    {
        QCOMPARE(deliver("nobody", QUrl("https://localhost:1")).error().code, FailureCode::StorageFailed);
    }

    void submission_always_carriesTheHeadOfTheAuditTrail()
    {
        HttpsServer server(m_home, [this](const auto& request) { return receiptFor(request, m_state); });
        keep("a", sealed);
        QVERIFY(deliver("a", server.url()));
        QCOMPARE(server.requests.at(0).headers["x-audit-head"], "17:5dc9");
    }

    void decision_thatComesLater_isInTheQueueAndInTheTrail()
    {
        m_state = "received";
        HttpsServer server(m_home, [this](const auto& request) { return receiptFor(request, m_state); });
        keep("a", sealed);
        auto receipt = deliver("a", server.url());
        QVERIFY(receipt && !linesOfTheTrail().contains("binding-verified"));
        receipt->state = BindingReceipt::State::Verified;
        m_desk->decided(*receipt);
        m_desk->wait();
        QCOMPARE(queue()->entry("a")->verdict, BindingReceipt::State::Verified);
        QCOMPARE(linesOfTheTrail().count("binding-verified"), 1);
    }

    /// A window stood still for 75 ms while the disk was written to in its thread.
    void desk_whateverItIsAskedFor_neverKeepsItsCallerWaiting()
    {
        HttpsServer server(m_home, [this](const auto& request) { return receiptFor(request, m_state); });
        const int here = testing::diskWaitsHere();
        const int everywhere = testing::diskWaits();
        keep("a", sealed);
        m_desk->note({"kiosk", "session-started", "a"});
        auto receipt = deliver("a", server.url());
        QVERIFY(receipt);
        m_desk->decided(*receipt);
        m_desk->wait();
        QCOMPARE(testing::diskWaitsHere(), here);
        QVERIFY(testing::diskWaits() > everywhere);
    }

private:
    [[nodiscard]] QString trailFile() const { return m_folder->filePath("audit.log"); }
    [[nodiscard]] OutboxDesk::Open opener() const
    {
        return [file = m_folder->filePath("outbox.sqlite")]() -> Result<std::shared_ptr<Outbox>> { return Outbox::open(file); };
    }
    [[nodiscard]] std::shared_ptr<Outbox> queue() const { return opener()().value(); }
    [[nodiscard]] QByteArray linesOfTheTrail() const
    {
        QFile file(trailFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    Kept keep(const QString& id, std::function<Result<QByteArray>()> seal)
    {
        std::optional<Kept> kept;
        m_desk->keep(id, {{"kiosk", "binding-sealed", id}}, std::move(seal), [&kept](const Kept& told) { kept = told; });
        if (!QTest::qWaitFor([&kept] { return kept.has_value(); }, 20000))
            return {false, fail(FailureCode::Cancelled, "the test waited in vain")};
        return *kept;
    }

    Result<BindingReceipt> deliver(const QString& id, const QUrl& url)
    {
        CarrierClient client(m_home.enrolment(), url);
        client.setAuditHead([] { return QByteArray("17:5dc9"); });
        std::optional<Result<BindingReceipt>> receipt;
        m_desk->deliver(id, client, [&receipt](auto result) { receipt = std::move(result); });
        if (!QTest::qWaitFor([&receipt] { return receipt.has_value(); }, 20000))
            return fail(FailureCode::Cancelled, "the test waited in vain");
        return *receipt;
    }

    testing::EnrolledHome m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<AuditTrail> m_trail;
    std::unique_ptr<OutboxDesk> m_desk;
    QByteArray m_trailAtSealing;
    const char* m_state = "verified";
};

QTEST_GUILESS_MAIN(TestOutboxDesk)
#include "tst_outbox_desk.moc"
