#include "app/carrier/carrier_time.h"

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

private:
    QString file() const { return m_folder.filePath("carrier-time.json"); }

    QTemporaryDir m_folder;
    const QDateTime m_carrier = QDateTime::fromString("2026-11-22T07:00:00Z", Qt::ISODate);
};

QTEST_GUILESS_MAIN(TestCarrierTime)
#include "tst_carrier_time.moc"
