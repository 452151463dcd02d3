// The one-time password: from the carrier's message to the evidence, and everything that can happen on the way.

#include "tests/app/session/kit/quick_counter.h"

#include "app/session/password_rules.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using counter::QuickCounter;
using State = Session::State;
using Stage = SessionFacts::Password::Stage;
using Trouble = SessionFacts::Password::Trouble;

namespace {

/// Six digits that were not sent.
QString other(const QString& code)
{
    return QString::number((code.toInt() + 1) % 1000000).rightJustified(6, u'0');
}

SecretText secret(const QString& digits)
{
    return SecretText(digits.toStdString());
}

bool isAwaited(const Session& session)
{
    return session.facts().password && session.facts().password->stage == Stage::Awaited;
}

} // namespace

class TestPossession : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_asking = std::make_unique<QuickCounter>(QJsonObject{{"oneTimePassword", true}});
    }

    // Each test has a number of its own: the carrier sends three passwords in ten minutes.

    void password_thatWasSent_provesTheNumberToTheCarrier()
    {
        Session session(m_asking->parts());
        QCOMPARE(QuickCounter::walk(session, State::Possession), State::Possession);
        QTRY_VERIFY(isAwaited(session));
        QCOMPARE(session.facts().password->msisdn, "+84900000017");

        session.enterPassword(secret(m_asking->password()));

        QTRY_COMPARE(session.state(), State::Review);
        QVERIFY(session.facts().numbers.front().possession == Possession::Verified);
        QVERIFY(!session.facts().password);
        session.submit();
        QTRY_COMPARE(session.state(), State::Receipt);
        QVERIFY2(session.facts().receipt, session.facts().problem ? session.facts().problem->detail.c_str() : "");
        QVERIFY2(session.facts().receipt->state == BindingReceipt::State::Verified,
                 qPrintable(session.facts().receipt->reasons.join(u' ')));
        QCOMPARE(session.exitStatus(), 0);
    }

    void password_wrongThreeTimes_handsOverWithItsReason()
    {
        Session session(m_asking->parts());
        QuickCounter::walk(session, State::Possession, {"0900000018"});
        QTRY_VERIFY(isAwaited(session));
        const SecretText wrong = secret(other(m_asking->password()));

        for (int left = 2; left > 0; --left) {
            session.enterPassword(wrong);
            QTRY_VERIFY(isAwaited(session));
            QVERIFY(session.facts().password->trouble == Trouble::Wrong);
            QCOMPARE(session.facts().password->triesLeft, left);
        }
        const QString binding = session.facts().bindingId;
        session.enterPassword(wrong);

        QTRY_COMPARE(session.state(), State::Problem);
        QCOMPARE(session.facts().problem->code, FailureCode::PasswordWrong);
        QVERIFY(session.facts().handOver);
        QVERIFY(!session.canRetry());
        QCOMPARE(session.exitStatus(), 9);
        session.awaitDisk();
        QVERIFY(m_asking->audit().contains("handed-over " + binding + " ONE_TIME_PASSWORD_WRONG"));
    }

    void goingBack_afterAWrongPassword_givesNoFurtherTryAndNoSecondMessage()
    {
        Session session(m_asking->parts());
        QuickCounter::walk(session, State::Possession, {"0900000019"});
        QTRY_VERIFY(isAwaited(session));
        const QString code = m_asking->password();
        session.enterPassword(secret(other(code)));
        QTRY_VERIFY(isAwaited(session));

        session.back();
        QCOMPARE(session.state(), State::ChooseNumbers);
        session.confirmNumbers();

        QCOMPARE(session.state(), State::Possession);
        QVERIFY(isAwaited(session));
        QCOMPARE(session.facts().password->triesLeft, 2);
        session.enterPassword(secret(code));
        QTRY_COMPARE(session.state(), State::Review);
        session.back();
        session.confirmNumbers();
        QCOMPARE(session.state(), State::Review);
    }

    void newMessage_onRequest_takesThePlaceOfTheOld()
    {
        Session session(m_asking->parts());
        QuickCounter::walk(session, State::Possession, {"0900000018"});
        QTRY_VERIFY(isAwaited(session));
        const QString first = m_asking->password();

        session.sendPasswordAgain();
        QTRY_VERIFY(isAwaited(session));
        const QString second = m_asking->password();

        if (first != second) {
            session.enterPassword(secret(first));
            QTRY_VERIFY(isAwaited(session));
        }
        // The third in ten minutes was the last: the one before still counts.
        session.sendPasswordAgain();
        QTRY_VERIFY(isAwaited(session));
        QVERIFY(session.facts().password->trouble == Trouble::NotSent);
        session.enterPassword(secret(second));
        QTRY_COMPARE(session.state(), State::Review);
    }

    /// Too many passwords once looked like a network that is away: whoever used them up went on without one.
    void password_afterTooMany_isAHandOverAndNotDeferred()
    {
        for (int sent = 0; sent < 4; ++sent) {
            Session session(m_asking->parts());
            QuickCounter::walk(session, State::Possession, {"0900000018"});
            QTRY_VERIFY(isAwaited(session) || session.state() == State::Problem);
            if (session.state() == State::Problem) {
                QCOMPARE(session.facts().problem->code, FailureCode::CarrierRefused);
                QVERIFY(session.facts().problem->detail.starts_with("429"));
                QVERIFY(!session.canRetry());
                return;
            }
        }
        QFAIL("the carrier sends as many as one likes");
    }

    void number_thatTheCarrierDoesNotKnow_endsHere()
    {
        SessionParts parts = m_asking->parts();
        // Elsewhere a new number is one too many for somebody who has three.
        parts.enrolment.point = Enrolment::Point::CarrierOwn;
        Session session(std::move(parts));

        QuickCounter::walk(session, State::Review, {"0999999999"});

        QCOMPARE(session.state(), State::Problem);
        QCOMPARE(session.facts().problem->code, FailureCode::CarrierRefused);
        QVERIFY(session.facts().problem->detail.find("NUMBER_UNKNOWN") != std::string::npos);
    }

    void withoutNetwork_theCarrierIsToAskLater()
    {
        SessionParts parts = m_asking->parts(m_asking->nobody());
        Session session(std::move(parts));

        QCOMPARE(QuickCounter::walk(session, State::Receipt), State::Receipt);

        QCOMPARE(session.exitStatus(), 8);
        const Evidence evidence = m_asking->queued();
        QCOMPARE(evidence.numbers.size(), std::size_t(1));
        QVERIFY(evidence.numbers.front().possession == Possession::Deferred);
        QVERIFY(evidence.numbers.front().challengeId.isEmpty());
    }

    void networkThatGoesMeanwhile_leavesItToTheCarrierToo()
    {
        QuickCounter counter({{"oneTimePassword", true}});
        Session session(counter.parts());
        QuickCounter::walk(session, State::Possession);
        QTRY_VERIFY(isAwaited(session));
        const QString code = counter.password();

        counter.carrier().kill();
        session.enterPassword(secret(code));

        QTRY_COMPARE(session.state(), State::Review);
        QVERIFY(session.facts().numbers.front().possession == Possession::Deferred);
    }

    void withoutThePolicy_nobodyIsAsked()
    {
        QuickCounter counter;
        Session session(counter.parts());
        QSet<State> seen;
        connect(&session, &Session::stateChanged, this, [&seen](State state) { seen.insert(state); });

        QCOMPARE(QuickCounter::walk(session, State::Receipt), State::Receipt);

        QVERIFY(!seen.contains(State::Possession));
        QVERIFY(session.facts().numbers.front().possession == Possession::NotAsked);
        QCOMPARE(session.exitStatus(), 0);
    }

    void carrierThatWantsOne_leavesABindingWithoutToAPerson()
    {
        SessionParts parts = m_asking->parts();
        parts.policy.oneTimePassword = false;
        parts.policy.decisionPatience = {};
        Session session(std::move(parts));

        QCOMPARE(QuickCounter::walk(session, State::Receipt), State::Receipt);

        QCOMPARE(session.facts().receipt->reasons, QStringList{"POSSESSION_MISSING"});
        QCOMPARE(session.exitStatus(), 8);
    }

    void numbers_thatNobodyCameFor_needNoPassword()
    {
        SessionPolicy policy;
        policy.oneTimePassword = true;
        SessionFacts::HeldNumber number;
        number.answer = SessionFacts::HeldNumber::Answer::Mine;
        QVERIFY(!needsPassword(number, policy));
        number.entered = true;
        QVERIFY(needsPassword(number, policy));
        number.answer = SessionFacts::HeldNumber::Answer::NotMine;
        QVERIFY(!needsPassword(number, policy));
        number.answer = SessionFacts::HeldNumber::Answer::Mine;
        policy.oneTimePassword = false;
        QVERIFY(!needsPassword(number, policy));
    }

private:
    std::unique_ptr<QuickCounter> m_asking;
};

QTEST_GUILESS_MAIN(TestPossession)
#include "tst_possession.moc"
