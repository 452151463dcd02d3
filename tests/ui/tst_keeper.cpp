// Which runs have a keeper, and what the next process is told: nothing of a walk's person.

#include "ui/program/keeper.h"

#include <QtTest>

using namespace chinhchu;

class TestKeeper : public QObject
{
    Q_OBJECT

private slots:
    void keeper_ofEachCommandLine_isThereWhereNeeded_data();
    void keeper_ofEachCommandLine_isThereWhereNeeded();
    void next_afterAWalk_knowsNothingOfItsPerson();
};

void TestKeeper::keeper_ofEachCommandLine_isThereWhereNeeded_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("expected");
    QTest::addRow("a kiosk") << QStringList{"--home", "/var/lib/chinhchu"} << true;
    QTest::addRow("no arguments") << QStringList{} << true;
    QTest::addRow("everybody in one process") << QStringList{"--alone"} << false;
    QTest::addRow("kept already") << QStringList{"--kept-by", "7"} << false;
    QTest::addRow("kept already, one word") << QStringList{"--kept-by=7"} << false;
    QTest::addRow("help") << QStringList{"--help"} << false;
    QTest::addRow("a walk") << QStringList{"--walk-can", "000017"} << false;
    QTest::addRow("a walk that asks for it") << QStringList{"--walk-can", "000017", "--keep"} << true;
}

void TestKeeper::keeper_ofEachCommandLine_isThereWhereNeeded()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, expected);

    QCOMPARE(ui::isToKeep(arguments), expected);
}

void TestKeeper::next_afterAWalk_knowsNothingOfItsPerson()
{
    const QStringList next = ui::argumentsOfTheNext({"--home", "/home", "--walk-can", "000017", "--walk-msisdn=0900000017",
                                                     "--walk-finish", "--walk-scan", "--screenshots", "/pictures", "--size", "1366x768"});

    QCOMPARE(next, QStringList({"--home", "/home", "--size", "1366x768"}));
}

QTEST_GUILESS_MAIN(TestKeeper)
#include "tst_keeper.moc"
