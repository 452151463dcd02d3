#include "tests/bench/chip_measurement.h"

#include <QTemporaryDir>
#include <QTest>

using namespace chinhchu::bench;

/// Those bars of the benchmark that are counted on the model's clock: they are the same on every machine.
class TestChipBars : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void read_ofWholeCard_takesHardlyMoreThanAnIdealReader_data()
    {
        QTest::addColumn<int>("index");
        const auto settings = chipSettings();
        for (std::size_t i = 0; i < settings.size(); ++i)
            QTest::addRow("%d kbit/s%s%s", settings[i].kbitPerSecond,
                          settings[i].shortIdentifiers ? "" : ", no short identifiers",
                          settings[i].knownKind ? ", known kind" : "")
                << int(i);
    }
    void read_ofWholeCard_takesHardlyMoreThanAnIdealReader()
    {
        QFETCH(int, index);
        const auto measured = ChipBench(m_folder.path().toStdString()).measure(chipSettings()[std::size_t(index)], 1);
        QVERIFY(measured.verified);
        QVERIFY2(measured.apdus <= ChipBars::apdus(measured.setting), qPrintable(QString::number(measured.apdus)));
        QVERIFY2(measured.overIdeal() <= ChipBars::overIdeal, qPrintable(QString::number(measured.overIdeal())));
    }
};

QTEST_APPLESS_MAIN(TestChipBars)
#include "tst_chip_bars.moc"
