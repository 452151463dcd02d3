// Every number held under an identity wants an answer of its own: none is taken for given.

#include "app/session/number_answers.h"

#include <QtTest>

using namespace chinhchu::app;
using Held = SessionFacts::HeldNumber;

class TestNumberAnswers : public QObject
{
    Q_OBJECT

private slots:
    /// The numbers that only the carrier named were preset to "mine".
    void number_thatNobodySpokeOf_isOpen()
    {
        const Held held;

        QCOMPARE(held.answer, Held::Answer::Open);
        QVERIFY(!held.isInBinding());
    }

    void answers_complete_data()
    {
        QTest::addColumn<QList<Held::Answer>>("answers");
        QTest::addColumn<bool>("complete");
        using enum Held::Answer;
        QTest::newRow("none at all") << QList<Held::Answer>{} << false;
        QTest::newRow("one open") << QList{Mine, Open} << false;
        QTest::newRow("one left") << QList{Mine, Left} << true;
        QTest::newRow("one disowned") << QList{Left, NotMine} << true;
        QTest::newRow("all left") << QList{Left, Left} << false;
    }

    void answers_complete()
    {
        QFETCH(QList<Held::Answer>, answers);
        QFETCH(bool, complete);
        std::vector<Held> numbers(static_cast<std::size_t>(answers.size()));
        for (std::size_t i = 0; i < numbers.size(); ++i)
            numbers[i].answer = answers[static_cast<qsizetype>(i)];

        QCOMPARE(answersAreComplete(numbers), complete);
    }
};

QTEST_MAIN(TestNumberAnswers)
#include "tst_number_answers.moc"
