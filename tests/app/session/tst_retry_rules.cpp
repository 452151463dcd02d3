#include "app/session/retry_rules.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using State = Session::State;

class TestRetryRules : public QObject
{
    Q_OBJECT

private slots:
    void exitStatus_whenSeveralHold_isTheFirstOfTheContract_data()
    {
        QTest::addColumn<QList<int>>("statuses");
        QTest::addColumn<int>("expected");
        QTest::newRow("none") << QList<int>{} << 0;
        QTest::newRow("all right") << QList<int>{0, 0} << 0;
        QTest::newRow("queued, issuer unknown") << QList<int>{8, 6} << 6;
        QTest::newRow("issuer unknown, refused") << QList<int>{6, 9} << 9;
        QTest::newRow("face, refused") << QList<int>{9, 7} << 7;
        QTest::newRow("face, authenticity") << QList<int>{7, 5} << 5;
        QTest::newRow("key, authenticity") << QList<int>{5, 4} << 4;
        QTest::newRow("reader, key") << QList<int>{4, 3} << 3;
        QTest::newRow("usage first") << QList<int>{8, 6, 9, 7, 5, 4, 3, 2} << 2;
    }

    void exitStatus_whenSeveralHold_isTheFirstOfTheContract()
    {
        QFETCH(const QList<int>, statuses);
        QFETCH(const int, expected);
        QCOMPARE(firstExitStatus({statuses.constData(), static_cast<std::size_t>(statuses.size())}), expected);
    }

    void retry_afterLostCard_placesTheCardAgain()
    {
        QVERIFY(retryEventFor(FailureCode::CardRemoved, State::ReadChip) == SessionEvent::RetryCard);
    }

    void retry_ofACardWithoutChip_isNotOffered()
    {
        for (const State state : {State::Identify, State::PlaceCard, State::ReadChip})
            QVERIFY(!retryEventFor(FailureCode::CardWithoutChip, state));
    }

    void retry_afterSomebodyWhoIsNoParent_asksForAnotherCard()
    {
        QVERIFY(retryEventFor(FailureCode::GuardianNotAccepted, State::Verdict) == SessionEvent::RetryKeys);
    }

    void retry_afterWrongKey_asksForTheKeyAgain()
    {
        QVERIFY(retryEventFor(FailureCode::AccessKeyWrong, State::ReadChip) == SessionEvent::RetryKeys);
    }

    void retry_afterChangedData_isNotOffered()
    {
        QVERIFY(!retryEventFor(FailureCode::DataGroupHashMismatch, State::Verdict));
        QVERIFY(!retryEventFor(FailureCode::ActiveAuthenticationFailed, State::Verdict));
        QVERIFY(!retryEventFor(FailureCode::IssuerUnknown, State::Verdict));
    }

    void retry_afterMismatch_looksAgain()
    {
        QVERIFY(retryEventFor(FailureCode::FaceMismatch, State::Match) == SessionEvent::RetryFace);
        QVERIFY(retryEventFor(FailureCode::CameraUnavailable, State::CaptureFace) == SessionEvent::RetryFace);
        QVERIFY(retryEventFor(FailureCode::CameraInterrupted, State::CaptureFace) == SessionEvent::RetryFace);
    }

    void retry_afterUndecodablePhoto_isNotOffered()
    {
        QVERIFY(!retryEventFor(FailureCode::PhotoUndecodable, State::CaptureFace));
    }

    void retry_afterTooManyNumbers_changesTheAnswers()
    {
        QVERIFY(retryEventFor(FailureCode::NumberLimitReached, State::ChooseNumbers) == SessionEvent::ChangeAnswers);
        // What the carrier itself refuses is not answered again.
        QVERIFY(!retryEventFor(FailureCode::NumberLimitReached, State::Deliver));
    }

    void retry_afterRefusal_isNotOffered()
    {
        QVERIFY(!retryEventFor(FailureCode::CarrierRefused, State::Deliver));
        QVERIFY(retryEventFor(FailureCode::StorageFailed, State::Deliver) == SessionEvent::RetryDelivery);
    }
};

QTEST_GUILESS_MAIN(TestRetryRules)
#include "tst_retry_rules.moc"
