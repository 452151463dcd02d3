#include "app/carrier/carrier_time.h"
#include "app/carrier/clock_offset.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace chinhchu::app;

class TestCarrierTime : public QObject
{
    Q_OBJECT

private slots:
    void init() { QFile::remove(file()); }

    void now_beforeTheCarrierWasHeard_isNothing() { QVERIFY(!CarrierTimeKeeper(file()).now()); }

    void now_afterwards_countsFromThatAnswer()
    {
        CarrierTimeKeeper keeper(file());
        keeper.heard(m_carrier);
        const auto now = keeper.now();
        QVERIFY(now);
        QCOMPARE(now->last, m_carrier);
        QVERIFY(now->since && *now->since >= std::chrono::milliseconds(0));
    }

    void now_inAnotherRunOfTheProgram_countsOn()
    {
        CarrierTimeKeeper(file()).heard(m_carrier);
        const auto now = CarrierTimeKeeper(file()).now();
        QVERIFY(now);
        QCOMPARE(now->last, m_carrier);
        QVERIFY(now->since);
    }

    /// The time that passed while the machine was off is not known.
    void now_afterAnotherStartOfTheMachine_doesNotSayHowLongAgo()
    {
        CarrierTimeKeeper(file()).heard(m_carrier);
        QFile kept(file());
        QVERIFY(kept.open(QIODevice::ReadWrite));
        QByteArray text = kept.readAll();
        QFile boot("/proc/sys/kernel/random/boot_id");
        QVERIFY(boot.open(QIODevice::ReadOnly));
        text.replace(boot.readAll().trimmed(), "00000000-0000-0000-0000-000000000000");
        kept.resize(0);
        kept.seek(0);
        kept.write(text);
        kept.close();

        const auto now = CarrierTimeKeeper(file()).now();

        QVERIFY(now);
        QCOMPARE(now->last, m_carrier);
        QVERIFY(!now->since);
    }

    void now_fromNonsense_isNothing()
    {
        QFile kept(file());
        QVERIFY(kept.open(QIODevice::WriteOnly));
        kept.write("{\"carrierTime\": 7}");
        kept.close();
        QVERIFY(!CarrierTimeKeeper(file()).now());
    }

    /// A kiosk whose clock was twenty minutes off lost every binding, though the carrier had told it the time.
    void clockOffset_isWhatTheCarrierSaysOtherwise()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto offset = [&now](std::chrono::seconds ahead) {
            return clockOffset(CarrierTime{now.addSecs(ahead.count() - 90), std::chrono::seconds(90)});
        };
        QVERIFY(std::chrono::abs(offset(std::chrono::minutes(20)) - std::chrono::minutes(20)) < std::chrono::seconds(10));
        QVERIFY(std::chrono::abs(offset(std::chrono::minutes(-20)) + std::chrono::minutes(20)) < std::chrono::seconds(10));
        QCOMPARE(offset(std::chrono::seconds(30)).count(), 0);
        QCOMPARE(clockOffset(std::nullopt).count(), 0);
        QCOMPARE(clockOffset(CarrierTime{now.addDays(1), std::nullopt}).count(), 0);
    }

private:
    QString file() const { return m_folder.filePath("carrier-time.json"); }

    QTemporaryDir m_folder;
    const QDateTime m_carrier = QDateTime::fromString("2026-11-22T07:00:00Z", Qt::ISODate);
};

QTEST_GUILESS_MAIN(TestCarrierTime)
#include "tst_carrier_time.moc"
