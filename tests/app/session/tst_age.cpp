#include "app/session/age.h"

#include <QTest>

using namespace chinhchu::app;

class TestAge : public QObject
{
    Q_OBJECT

private slots:
    void age_aroundTheBirthday_changesOnTheDay_data()
    {
        QTest::addColumn<QString>("born");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("age");
        QTest::newRow("day before") << "2011-11-23" << QDate(2026, 11, 22) << 14;
        QTest::newRow("birthday") << "2011-11-23" << QDate(2026, 11, 23) << 15;
        QTest::newRow("born today") << "2026-11-23" << QDate(2026, 11, 23) << 0;
        QTest::newRow("leap day, 28 February") << "2012-02-29" << QDate(2027, 2, 28) << 14;
        QTest::newRow("leap day, 1 March") << "2012-02-29" << QDate(2027, 3, 1) << 15;
    }

    void age_aroundTheBirthday_changesOnTheDay()
    {
        QFETCH(const QString, born);
        QFETCH(const QDate, day);
        QFETCH(const int, age);
        QCOMPARE(ageOn(born.toStdString(), day).value_or(-1), age);
    }

    void age_withoutADate_isUnknown()
    {
        QVERIFY(!ageOn("", QDate(2026, 1, 1)));
        QVERIFY(!ageOn("1999-13-01", QDate(2026, 1, 1)));
        QVERIFY(!ageOn("2027-01-01", QDate(2026, 1, 1)));
    }
};

QTEST_GUILESS_MAIN(TestAge)
#include "tst_age.moc"
