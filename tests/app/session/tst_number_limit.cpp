// Circular 08/2026: a prepaid number four and up only where the carrier itself serves. Only new numbers are counted
// against it: what somebody holds already may be authenticated anywhere.

#include "app/session/number_limit.h"

#include <QtTest>

using namespace chinhchu::app;
using Held = SessionFacts::HeldNumber;
using enum Held::Answer;

namespace {

Held known(Held::Answer answer)
{
    Held number;
    number.known = true;
    number.answer = answer;
    return number;
}

Held fresh(Held::Answer answer = Mine)
{
    Held number;
    number.entered = true;
    number.answer = answer;
    return number;
}

Held postpaid(Held number)
{
    number.subscription.postpaid = true;
    return number;
}

Held organisations(Held number)
{
    number.subscription.organisation = true;
    return number;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<Held>)

class TestNumberLimit : public QObject
{
    Q_OBJECT

private slots:
    void numbers_atAnAuthorisedPoint_data()
    {
        QTest::addColumn<std::vector<Held>>("numbers");
        QTest::addColumn<bool>("tooMany");
        using V = std::vector<Held>;
        QTest::newRow("first") << V{fresh()} << false;
        QTest::newRow("third") << V{known(Mine), known(Left), fresh()} << false;
        QTest::newRow("fourth") << V{known(Mine), known(Mine), known(Mine), fresh()} << true;
        QTest::newRow("fourth, and nothing said of the others")
            << V{known(Left), known(Left), known(Left), fresh()} << true;
        QTest::newRow("third once one is disowned") << V{known(Mine), known(Mine), known(NotMine), fresh()} << false;
        QTest::newRow("four new ones") << V{fresh(), fresh(), fresh(), fresh()} << true;
        QTest::newRow("five that are held")
            << V{known(Mine), known(Mine), known(Mine), known(Mine), known(Mine)} << false;
        QTest::newRow("the new one left out") << V{known(Mine), known(Mine), known(Mine), fresh(Left)} << false;
        QTest::newRow("two under a contract")
            << V{postpaid(known(Mine)), postpaid(known(Mine)), known(Mine), known(Mine), fresh()} << false;
        QTest::newRow("an organisation's") << V{organisations(known(Mine)), known(Mine), known(Mine), fresh()} << false;
    }

    void numbers_atAnAuthorisedPoint()
    {
        QFETCH(std::vector<Held>, numbers);
        QFETCH(bool, tooMany);
        QCOMPARE(exceedsNumberLimit(numbers, Enrolment::Point::Authorised, 3), tooMany);
    }

    void numbers_atThecarriersOwnPoint_haveNoLimit()
    {
        const std::vector<Held> numbers(10, fresh());
        QVERIFY(!exceedsNumberLimit(numbers, Enrolment::Point::CarrierOwn, 3));
    }

    void limit_ofAStricterPolicy_holds()
    {
        const std::vector<Held> numbers{known(Mine), fresh()};
        QVERIFY(exceedsNumberLimit(numbers, Enrolment::Point::Authorised, 1));
        QVERIFY(!exceedsNumberLimit(numbers, Enrolment::Point::Authorised, 2));
    }
};

QTEST_GUILESS_MAIN(TestNumberLimit)
#include "tst_number_limit.moc"
