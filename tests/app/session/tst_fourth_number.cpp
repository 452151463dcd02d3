// A number too many at a point that is not the carrier's own: the answers can be changed, and who leaves is handed over.
// The holder of the card has three numbers; +84900000041 is of the carrier's stock
// (tests/simulators/carrier/demo-population.json).

#include "tests/app/session/kit/quick_counter.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using counter::QuickCounter;
using State = Session::State;
using Answer = SessionFacts::HeldNumber::Answer;

namespace {

const QString fourth = QStringLiteral("+84900000041");

Answer answerTo(const Session& session, const QString& msisdn)
{
    for (const auto& each : session.facts().numbers)
        if (each.subscription.msisdn == msisdn)
            return each.answer;
    return Answer::Open;
}

/// Everything right up to the answers, for the number that the person holds and for one more.
void stopAtTheFourth(Session& session)
{
    QCOMPARE(QuickCounter::walk(session, State::Review, {"0900000017", "0900000041"}), State::Problem);
    QCOMPARE(session.facts().problem->code, FailureCode::NumberLimitReached);
    QCOMPARE(session.exitStatus(), 9);
}

} // namespace

class TestFourthNumber : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_counter = std::make_unique<QuickCounter>(); }

    /// There was no way but to end, after card, face and all.
    void fourthNumber_thatIsLeftOut_letsTheOthersPass()
    {
        Session session(m_counter->parts());
        stopAtTheFourth(session);
        QVERIFY(session.canRetry() && !session.facts().handOver);

        session.retry();

        QCOMPARE(session.state(), State::ChooseNumbers);
        QVERIFY(answerTo(session, fourth) == Answer::Mine);
        QVERIFY(answerTo(session, "+84900000019") == Answer::Left);
        session.leaveNumber(fourth);
        QCOMPARE(QuickCounter::walk(session, State::Receipt), State::Receipt);
        QCOMPARE(session.exitStatus(), 0);
        QVERIFY(!held().contains("900000041"));
        QVERIFY(!trailTells(session.facts().bindingId));
    }

    void fourthNumber_whenAnotherIsDisowned_isTheThird()
    {
        Session session(m_counter->parts());
        stopAtTheFourth(session);

        session.retry();
        session.answerNumber("+84900000019", false);

        QCOMPARE(QuickCounter::walk(session, State::Receipt), State::Receipt);
        QCOMPARE(session.exitStatus(), 0);
        QVERIFY(held().contains("900000041"));
    }

    void sameAnswers_howeverOften_canBeChanged()
    {
        Session session(m_counter->parts());
        stopAtTheFourth(session);

        for (int again = 0; again < 4; ++again) {
            session.retry();
            session.confirmNumbers();
            QCOMPARE(session.state(), State::Problem);
            QVERIFY(session.canRetry());
        }
    }

    void person_whoLeavesInstead_isHandedOver()
    {
        Session session(m_counter->parts());
        stopAtTheFourth(session);
        const QString binding = session.facts().bindingId;
        QVERIFY(!trailTells(binding));

        session.cancel();

        session.awaitDisk();
        QVERIFY(trailTells(binding));
    }

    /// As on the command line, where nobody answers otherwise.
    void session_thatEndsWithItsProgram_isHandedOver()
    {
        QString binding;
        {
            Session session(m_counter->parts());
            stopAtTheFourth(session);
            binding = session.facts().bindingId;
        }
        QVERIFY(trailTells(binding));
    }

private:
    std::unique_ptr<QuickCounter> m_counter;

    bool trailTells(const QString& binding)
    {
        return m_counter->audit().contains("handed-over " + binding + " NUMBER_LIMIT_REACHED");
    }
    /// What the carrier says stands under this identity.
    QByteArray held()
    {
        const kit::Device device{"kiosk", m_counter->carrier().folder() + "/enrolment"};
        return m_counter->carrier()
            .post(device, "retrieve-subscriptions",
                  {{"personalId", "099199000017"}, {"oldDocumentNumber", "099000017"}})
            .body;
    }
};

QTEST_GUILESS_MAIN(TestFourthNumber)
#include "tst_fourth_number.moc"
