#include "app/session/card_reading.h"
#include "app/session/clock_rules.h"
#include "app/session/evidence_times.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;

/// A machine whose clock is wrong, and what the carrier has said about the time.
class TestClockRules : public QObject
{
    Q_OBJECT

private slots:
    void clockMayServe_whereTheCarrierWasHeard_whateverTheClockSays()
    {
        QVERIFY(clockMayServe(CarrierTime{now().addDays(1), std::chrono::seconds(5)}));
        QVERIFY(clockMayServe(std::nullopt));
        QVERIFY(clockMayServe(CarrierTime{now().addDays(-1), std::nullopt}));
    }

    void clockMayServe_behindTheCarriersLastTime_isRefused()
    {
        const auto clock = clockMayServe(CarrierTime{now().addSecs(1200), std::nullopt});
        QVERIFY(!clock);
        QCOMPARE(codeName(clock.error().code), std::string_view("CLOCK_WRONG"));
    }

    void clockWarning_saysByHowMuch()
    {
        QVERIFY(!clockWarning(std::nullopt));
        QVERIFY(!clockWarning(CarrierTime{now().addSecs(200), std::chrono::seconds(0)}));
        QVERIFY(clockWarning(CarrierTime{now().addSecs(1200), std::chrono::seconds(0)})->endsWith(" s behind"));
        QVERIFY(clockWarning(CarrierTime{now().addSecs(-1200), std::chrono::seconds(0)})->endsWith(" s ahead"));
    }

    /// A valid nonce was thrown away as expired by a clock that was ahead.
    void isUsable_goesByTheTimeItIsGiven()
    {
        const VerificationSession session{"n", Bytes(32), now().addSecs(300), false};
        QVERIFY(isUsable(session, now()));
        QVERIFY(!isUsable(session, now().addSecs(1200)));
    }

    void putOntoCarriersTime_movesEveryTimeOfTheSession()
    {
        Evidence evidence;
        evidence.consent.givenAt = now();
        evidence.frames.resize(1);
        evidence.frames[0].capturedAt = now();
        evidence.guardian.emplace().consent.givenAt = now();
        evidence.signature.emplace().signedAt = now();
        evidence.carrierTime = CarrierTime{now().addSecs(-1200), std::chrono::seconds(0)};
        putOntoCarriersTime(evidence);
        for (const QDateTime& time : {evidence.consent.givenAt, evidence.frames[0].capturedAt,
                                      evidence.guardian->consent.givenAt, evidence.signature->signedAt})
            QVERIFY(std::abs(now().secsTo(time) + 1200) < 60);
    }

private:
    static QDateTime now() { return QDateTime::currentDateTimeUtc(); }
};

QTEST_GUILESS_MAIN(TestClockRules)
#include "tst_clock_rules.moc"
