// A number that the citizen says is not theirs: from the answer on the page to the carrier's list.

#include "tests/app/session/kit/quick_counter.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using counter::QuickCounter;
using State = Session::State;

class TestDisclaimedNumber : public QObject
{
    Q_OBJECT

private slots:
    void number_thatIsNotTheirs_reachesTheCarrierWithTheBinding()
    {
        QuickCounter counter;
        Session session(counter.parts());
        QuickCounter::walk(session, State::ChooseNumbers);
        QTRY_VERIFY(session.facts().numbersComplete);
        QVERIFY(held(counter).contains("+84900000019"));
        session.answerNumber("+84900000019", false);

        QCOMPARE(QuickCounter::walk(session, State::Receipt), State::Receipt);

        QCOMPARE(session.exitStatus(), 0);
        QVERIFY(held(counter).contains("+84900000017"));
        QVERIFY(!held(counter).contains("+84900000019"));
    }

    void number_ofAnother_cannotBeDisowned()
    {
        QuickCounter counter;
        SessionParts parts = counter.parts();
        Session session(std::move(parts));
        QuickCounter::walk(session, State::ChooseNumbers, {"0900000017", "0900000033"});
        QTRY_VERIFY(session.facts().numbersComplete);
        session.answerNumber("+84900000033", false);

        QuickCounter::walk(session, State::Receipt);

        QCOMPARE(session.state(), State::Problem);
        QCOMPARE(session.facts().problem->code, FailureCode::CarrierRefused);
        QVERIFY(session.facts().problem->detail.find("NUMBER_OF_ANOTHER_PERSON") != std::string::npos);
    }

private:
    /// What the carrier says stands under this identity.
    static QByteArray held(QuickCounter& counter)
    {
        const kit::Device device{"kiosk", counter.carrier().folder() + "/enrolment"};
        return counter.carrier()
            .post(device, "retrieve-subscriptions",
                  {{"personalId", "099199000017"}, {"oldDocumentNumber", "099000017"}})
            .body;
    }
};

QTEST_GUILESS_MAIN(TestDisclaimedNumber)
#include "tst_disclaimed_number.moc"
