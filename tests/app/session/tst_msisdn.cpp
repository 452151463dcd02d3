#include "app/session/msisdn.h"

#include <QTest>

using namespace chinhchu::app;

class TestMsisdn : public QObject
{
    Q_OBJECT

private slots:
    void toE164_withWhatPeopleType_givesOneForm_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("national") << "0912345678";
        QTest::newRow("spaces") << " 0912 345 678 ";
        QTest::newRow("dots") << "0912.345.678";
        QTest::newRow("international") << "+84912345678";
        QTest::newRow("without plus") << "84 912-345-678";
    }

    void toE164_withWhatPeopleType_givesOneForm()
    {
        QFETCH(const QString, typed);
        QCOMPARE(toE164(typed).value_or(QString()), QStringLiteral("+84912345678"));
    }

    void toE164_withWhatIsNoMobileNumber_givesNothing_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("empty") << "";
        QTest::newRow("short") << "091234567";
        QTest::newRow("long") << "09123456789";
        QTest::newRow("land line") << "02438256789";
        QTest::newRow("letters") << "09123x5678";
        QTest::newRow("other country") << "+85912345678";
        QTest::newRow("digits of another script") << QString::fromUtf8("٠٩١٢٣٤٥٦٧٨");
    }

    void toE164_withWhatIsNoMobileNumber_givesNothing()
    {
        QFETCH(const QString, typed);
        QVERIFY(!toE164(typed));
    }

    void nationalForm_ofE164_isGrouped() { QCOMPARE(toNationalForm("+84912345678"), QStringLiteral("0912 345 678")); }

    void nationalForm_ofAnythingElse_isUnchanged() { QCOMPARE(toNationalForm("113"), QStringLiteral("113")); }
};

QTEST_GUILESS_MAIN(TestMsisdn)
#include "tst_msisdn.moc"
