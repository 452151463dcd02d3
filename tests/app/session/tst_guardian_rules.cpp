// Circular 08/2026: below 6 a parent registers, from 6 to under 15 a parent consents; the parent is somebody else and
// an adult.

#include "app/session/guardian_rules.h"

#include <QtTest>

using namespace chinhchu::app;

Q_DECLARE_METATYPE(Guardianship)

class TestGuardianRules : public QObject
{
    Q_OBJECT

private slots:
    void age_decidesWhoRegisters_data()
    {
        QTest::addColumn<int>("age");
        QTest::addColumn<int>("below");
        QTest::addColumn<Guardianship>("expected");
        QTest::newRow("newborn") << 0 << 15 << Guardianship::Instead;
        QTest::newRow("five") << 5 << 15 << Guardianship::Instead;
        QTest::newRow("six") << 6 << 15 << Guardianship::Beside;
        QTest::newRow("fourteen") << 14 << 15 << Guardianship::Beside;
        QTest::newRow("fifteen") << 15 << 15 << Guardianship::NotNeeded;
        QTest::newRow("fifteen where the carrier asks for eighteen") << 15 << 18 << Guardianship::Beside;
        QTest::newRow("eighteen where the carrier asks for eighteen") << 18 << 18 << Guardianship::NotNeeded;
    }

    void age_decidesWhoRegisters()
    {
        QFETCH(int, age);
        QFETCH(int, below);
        QFETCH(Guardianship, expected);
        QCOMPARE(guardianship(age, below), expected);
    }

    void age_thatIsNotKnown_isNoChilds() { QCOMPARE(guardianship(std::nullopt, 15), Guardianship::NotNeeded); }

    void guardian_whoMayStandForAChild_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("birth");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("a parent") << "099188000033"
                                  << "1988-07-21" << true;
        QTest::newRow("eighteen today") << "099188000033"
                                        << "2008-11-22" << true;
        QTest::newRow("eighteen tomorrow") << "099188000033"
                                           << "2008-11-23" << false;
        QTest::newRow("the child again") << "099316000161"
                                         << "1988-07-21" << false;
        QTest::newRow("no date of birth") << "099188000033"
                                          << "" << false;
    }

    void guardian_whoMayStandForAChild()
    {
        QFETCH(QString, number);
        QFETCH(QString, birth);
        QFETCH(bool, accepted);
        chinhchu::nfc::IdentityData child;
        child.number = "099316000161";
        chinhchu::nfc::IdentityData guardian;
        guardian.number = chinhchu::SecretText(number.toStdString());
        guardian.birthDate = chinhchu::SecretText(birth.toStdString());
        QCOMPARE(mayStandFor(child, guardian, QDate(2026, 11, 22)), accepted);
    }
};

QTEST_GUILESS_MAIN(TestGuardianRules)
#include "tst_guardian_rules.moc"
