// Which day is shown beside a number: the carrier's own word first, then the stages of its signed policy, and no day
// that is over.

#include "app/session/lock_deadlines.h"
#include "app/session/session_policy.h"

#include <QtTest>

using namespace chinhchu::app;

Q_DECLARE_METATYPE(LockState)

class TestLockDeadlines : public QObject
{
    Q_OBJECT

private slots:
    void day_ofTheNextStage_data()
    {
        QTest::addColumn<LockState>("lock");
        QTest::addColumn<QString>("deadline");
        QTest::addColumn<bool>("asked");
        QTest::addColumn<QString>("today");
        QTest::addColumn<QString>("expected");
        using enum LockState;
        const char* const before = "2026-06-01";
        QTest::newRow("the carrier's word") << OneWay << "2026-12-20T00:00:00+07:00" << true << before << "2026-12-20";
        QTest::newRow("the carrier's word, in Vietnam")
            << OneWay << "2026-12-19T17:30:00Z" << true << before << "2026-12-20";
        QTest::newRow("one way, the policy's second stage") << OneWay << "" << true << before << "2026-08-14";
        QTest::newRow("both ways, the policy's end") << TwoWay << "" << true << before << "2026-08-19";
        QTest::newRow("working, and the carrier announces nothing") << None << "" << true << before << "";
        QTest::newRow("working, the carrier not asked") << None << "" << false << before << "2026-06-15";
        QTest::newRow("a day that is over") << None << "" << false << "2026-06-15"
                                            << "";
    }

    void day_ofTheNextStage()
    {
        QFETCH(LockState, lock);
        QFETCH(QString, deadline);
        QFETCH(bool, asked);
        QFETCH(QString, today);
        Subscription subscription;
        subscription.lock = lock;
        subscription.lockDeadline = QDateTime::fromString(deadline, Qt::ISODate);
        // Circular 08/2026 as one of its copies has it: 15/06/2026, 60 days, 5 days.
        const LockStages stages{QDate(2026, 6, 15), 60, 5, {}};
        QTEST(nextStage(subscription, stages, asked, QDate::fromString(today, Qt::ISODate)).toString(Qt::ISODate),
              "expected");
    }

    void day_afterAChangeOfPhone_isCountedFromThatHour_data()
    {
        QTest::addColumn<LockState>("lock");
        QTest::addColumn<QString>("expected");
        using enum LockState;
        QTest::newRow("working: two hours later, past midnight") << None << "2026-11-22";
        QTest::newRow("one way: 30 days after that") << OneWay << "2026-12-22";
        QTest::newRow("both ways: 5 days after that") << TwoWay << "2026-12-27";
    }

    void day_afterAChangeOfPhone_isCountedFromThatHour()
    {
        QFETCH(LockState, lock);
        Subscription subscription;
        subscription.lock = lock;
        subscription.deviceChangedAt = QDateTime::fromString("2026-11-21T23:30:00+07:00", Qt::ISODate);
        const LockStages stages{QDate(2026, 6, 15), 60, 5, {2, 30, 5}};
        QTEST(nextStage(subscription, stages, true, QDate(2026, 11, 22)).toString(Qt::ISODate), "expected");
    }

    void stages_thatNoPolicyNames_giveNoDay()
    {
        for (const LockState lock : {LockState::None, LockState::OneWay, LockState::TwoWay}) {
            Subscription subscription;
            subscription.lock = lock;
            QVERIFY(!nextStage(subscription, {}, false, QDate(2026, 6, 1)).isValid());
            QVERIFY(lock == LockState::None ||
                    !nextStage(subscription, {QDate(2026, 6, 15), 0, 0, {}}, false, QDate(2026, 6, 1)).isValid());
        }
    }

    void policy_ofTheCarrier_reachesTheSession()
    {
        CarrierPolicy carrier;
        carrier.stages = {QDate(2026, 6, 15), 60, 5, {2, 30, 5}};
        const SessionPolicy policy = sessionPolicy(carrier, true);
        QCOMPARE(policy.stages.oneWayLock, QDate(2026, 6, 15));
        QCOMPARE(policy.stages.twoWayLockAfterDays, 60);
        QCOMPARE(policy.stages.endAfterDays, 5);
        QCOMPARE(policy.stages.deviceChange.twoWayLockAfterDays, 30);
    }
};

QTEST_GUILESS_MAIN(TestLockDeadlines)
#include "tst_lock_deadlines.moc"
