#include "app/outbox/outbox.h"
#include "tests/app/delivery/receipts.h"

#include <QJsonDocument>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using testing::HttpsServer;
using testing::keyOf;
using testing::receiptFor;
using Reply = HttpsServer::Reply;

class TestCourier : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_outbox = *Outbox::open(m_folder->filePath("outbox.sqlite"));
    }

    void deliverAll_withAWorkingCarrier_deliversOnceAndKeepsTheReceipts()
    {
        QMap<QByteArray, int> arrivals;
        HttpsServer server(m_home, [&arrivals](const auto& request) {
            ++arrivals[keyOf(request) + request.body];
            return receiptFor(request);
        });
        for (int i = 0; i < 20; ++i)
            QVERIFY(m_outbox->enqueue(QString::number(i), "sealed " + QByteArray::number(i)));

        const auto outcome = deliverAll(server.url());

        QVERIFY(outcome);
        QCOMPARE(outcome->delivered, 20);
        QCOMPARE(outcome->waiting, 0);
        QCOMPARE(arrivals.size(), 20);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(arrivals[QByteArray::number(i) + "sealed " + QByteArray::number(i)], 1);
        const auto entries = *m_outbox->list();
        QCOMPARE(entries[7].state, Outbox::State::Delivered);
        QCOMPARE(entries[7].receiptNumber, "R-7");
        QVERIFY(!m_outbox->sealedEvidence("7"));
    }

    void deliverAll_withNothingWaiting_isDoneAtOnce()
    {
        const auto outcome = deliverAll(QUrl("https://localhost:1"));
        QVERIFY(outcome);
        QCOMPARE(outcome->delivered + outcome->refused + outcome->waiting, 0);
    }

    void deliverAll_withTheCarrierDown_leavesEverythingWaiting()
    {
        HttpsServer server(m_home, [](const auto&) -> Reply { return {503, {}}; });
        for (int i = 0; i < 30; ++i)
            QVERIFY(m_outbox->enqueue(QString::number(i), "sealed"));

        const auto outcome = deliverAll(server.url());

        QVERIFY(outcome);
        QCOMPARE(outcome->waiting, 30);
        QVERIFY(server.requests.size() < 30);
        QCOMPARE(m_outbox->due({})->size(), std::size_t(30));
        QCOMPARE(m_outbox->list()->at(0).lastError, "CARRIER_UNREACHABLE: 503");
    }

    void deliverAll_withRefusals_putsThemAsideWithTheirReason()
    {
        HttpsServer server(m_home, [](const auto& request) -> Reply {
            if (keyOf(request) == "checked")
                return receiptFor(request, "refused");
            return {422, R"({"status":422,"code":"IDEMPOTENCY_KEY_REUSED","message":"m"})"};
        });
        QVERIFY(m_outbox->enqueue("checked", "a"));
        QVERIFY(m_outbox->enqueue("reused", "b"));

        const auto outcome = deliverAll(server.url());

        QVERIFY(outcome);
        QCOMPARE(outcome->refused, 2);
        const auto entries = *m_outbox->list();
        QCOMPARE(entries[0].state, Outbox::State::Refused);
        QCOMPARE(entries[0].lastError, "FACE_MISMATCH");
        QCOMPARE(entries[1].lastError, "422 IDEMPOTENCY_KEY_REUSED");
        QVERIFY(m_outbox->due({})->empty());
    }

    /// A 404 of a gateway was once taken for the carrier's last word on a binding.
    void deliverAll_whereNothingIsFound_waitsAndSaysWhy()
    {
        HttpsServer server(m_home, [](const auto&) -> Reply { return {404, "<html>nothing here</html>"}; });
        QVERIFY(m_outbox->enqueue("a", "sealed"));

        const auto outcome = deliverAll(server.url());

        QVERIFY(outcome);
        QCOMPARE(outcome->waiting, 1);
        QCOMPARE(outcome->refused, 0);
        const auto entry = m_outbox->list()->at(0);
        QCOMPARE(entry.state, Outbox::State::Waiting);
        QCOMPARE(entry.lastError, "CARRIER_ANSWER_MALFORMED: 404");
    }

    void deliver_whenTheAnswerWasLost_sendsTheSameKeyAgain()
    {
        int calls = 0;
        HttpsServer server(m_home, [&calls](const auto& request) {
            Reply reply = receiptFor(request);
            if (++calls == 1)
                reply.fault = Reply::Fault::HalfBody;
            return reply;
        });
        QVERIFY(m_outbox->enqueue("lost", "sealed"));

        QCOMPARE(deliverAll(server.url())->waiting, 1);
        QCOMPARE(deliverAll(server.url())->delivered, 1);

        QCOMPARE(keyOf(server.requests.at(0)), "lost");
        QCOMPARE(server.requests.at(0).headers["idempotency-key"], server.requests.at(1).headers["idempotency-key"]);
        QCOMPARE(server.requests.at(0).body, server.requests.at(1).body);
    }

    /// Two at once once sent everything twice, and the slower one reported the other's work as waiting.
    void deliverAll_byTwoAtOnce_sendsEachOnceAndNeitherWaits()
    {
        HttpsServer server(m_home, [](const auto& request) { return receiptFor(request); });
        const auto other = *Outbox::open(m_folder->filePath("outbox.sqlite"));
        for (int i = 0; i < 20; ++i)
            QVERIFY(m_outbox->enqueue(QString::number(i), "sealed"));
        CarrierClient client(m_home.enrolment(), server.url());
        Courier first(*m_outbox, client);
        Courier second(*other, client);

        std::vector<Courier::Outcome> outcomes;
        for (Courier* each : {&first, &second})
            each->deliverAll([&outcomes](const auto& result) { outcomes.push_back(result.value()); });
        QVERIFY(QTest::qWaitFor([&outcomes] { return outcomes.size() == 2; }, 20000));

        QCOMPARE(outcomes[0].delivered + outcomes[1].delivered, 20);
        QCOMPARE(outcomes[0].waiting + outcomes[1].waiting, 0);
        QCOMPARE(server.requests.size(), std::size_t(20));
    }

    /// A receipt that only says received was once taken for the end of the matter.
    void deliverAll_ofReceivedBindings_asksLaterWhatBecameOfThem()
    {
        bool decided = false;
        HttpsServer server(m_home, [&decided](const HttpsServer::Request& request) -> Reply {
            if (request.headers.contains("idempotency-key"))
                return receiptFor(request, "received");
            const QByteArray id = request.body.contains("good") ? "good" : "bad";
            const QByteArray state = !decided ? "received" : id == "good" ? "verified" : "refused";
            return {
                200,
                R"({"bindingId":")" + id + R"(","state":")" + state +
                    R"(","receiptNumber":"R","receivedAt":"2026-11-22T07:00:00Z","reasons":["CHALLENGE_MISMATCH"]})"};
        });
        QVERIFY(m_outbox->enqueue("good", "sealed") && m_outbox->enqueue("bad", "sealed"));

        const auto first = deliverAll(server.url());
        QVERIFY(first);
        QCOMPARE(first->delivered, 2);
        QCOMPARE(first->undecided, 2);
        QCOMPARE(m_outbox->entry("good")->verdict, BindingReceipt::State::Received);
        QVERIFY(!m_outbox->sealedEvidence("good")); // the carrier has it

        QCOMPARE(deliverAll(server.url())->undecided, 2);
        decided = true;
        const auto last = deliverAll(server.url());
        QCOMPARE(last->undecided, 0);
        QCOMPARE(last->refused, 1);
        QCOMPARE(m_outbox->entry("good")->verdict, BindingReceipt::State::Verified);
        QCOMPARE(m_outbox->entry("bad")->state, Outbox::State::Refused);
        QCOMPARE(m_outbox->entry("bad")->lastError, "CHALLENGE_MISMATCH");
    }

    /// Those that there was no time to ask about were once left out, and the queue looked decided.
    void deliverAll_withMoreThanItAsksAbout_countsAllThatAreUndecided()
    {
        bool decided = false;
        HttpsServer server(m_home, [&decided](const HttpsServer::Request& request) -> Reply {
            if (request.headers.contains("idempotency-key"))
                return receiptFor(request, "received");
            const QByteArray id = QJsonDocument::fromJson(request.body)["bindingId"].toString().toLatin1();
            return {200, R"({"bindingId":")" + id + R"(","state":")" + (decided ? "verified" : "received") +
                             R"(","receiptNumber":"R","receivedAt":"2026-11-22T07:00:00Z","reasons":[]})"};
        });
        for (int i = 0; i < 205; ++i)
            QVERIFY(m_outbox->enqueue(QString::number(i), "sealed"));

        QCOMPARE(deliverAll(server.url())->undecided, 205);
        decided = true;
        QCOMPARE(deliverAll(server.url())->undecided, 5); // it asks about 200 in a round
        QCOMPARE(deliverAll(server.url())->undecided, 0);
    }

    /// What the carrier has answered and nobody has written down yet is sent again, and is one binding all the same.
    void deliverAll_endedBeforeTheAnswersAreWrittenDown_sendsTheSameKeysAgain()
    {
        HttpsServer server(m_home, [](const auto& request) { return receiptFor(request); });
        QVERIFY(m_outbox->enqueue("a", "sealed a") && m_outbox->enqueue("b", "sealed b"));
        {
            CarrierClient client(m_home.enrolment(), server.url());
            Courier courier(*m_outbox, client);
            courier.deliverAll([](const auto&) {});
            QVERIFY(QTest::qWaitFor([&server] { return !server.requests.empty(); }, 20000));
        } // as if the plug had been pulled
        QCOMPARE(m_outbox->due({})->size(), std::size_t(2));
        m_outbox->giveTurnBack();

        QCOMPARE(deliverAll(server.url())->delivered, 2);
        QMap<QByteArray, QByteArray> arrived;
        for (const auto& request : server.requests) {
            QVERIFY(!arrived.contains(keyOf(request)) || arrived[keyOf(request)] == request.body);
            arrived[keyOf(request)] = request.body;
        }
        QCOMPARE(arrived.size(), 2);
    }

private:
    Result<Courier::Outcome> deliverAll(const QUrl& url)
    {
        CarrierClient client(m_home.enrolment(), url);
        Courier courier(*m_outbox, client);
        std::optional<Result<Courier::Outcome>> outcome;
        courier.deliverAll([&outcome](auto result) { outcome = std::move(result); });
        if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 20000))
            return fail(FailureCode::Cancelled, "the test waited in vain");
        return *outcome;
    }

    testing::EnrolledHome m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Outbox> m_outbox;
};

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
