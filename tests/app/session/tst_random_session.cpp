// The session without a window under inputs in any order: never a way that the table does not have, never evidence that
// lacks a check or says what nobody said, and always a way to the greeting, where nothing of anybody is known.
//
// A few fixed sessions in any run; CHINHCHU_SESSIONS=N or M-N for more of them, CHINHCHU_SESSION_SEED=N for the one
// that failed. Chance is the same again, but not the threads that read and deliver meanwhile.

#include "tests/app/session/random/random_person.h"
#include "tests/app/session/random/seeds.h"

#include <QTest>

using namespace by_chance;
using chinhchu::app::Session;
using State = Session::State;

namespace {

constexpr int steps = 120;
constexpr int stepsHome = 300;

} // namespace

class TestRandomSession : public QObject
{
    Q_OBJECT

    std::unique_ptr<counter::QuickCounter> m_counter;
    QHash<State, int> m_seen;
    int m_steps = 0;
    int m_sealed = 0;

private slots:
    void initTestCase() { m_counter = std::make_unique<counter::QuickCounter>(); }

    void session_underAnyInputs_keepsItsRules_data()
    {
        by_chance::addSeeds("CHINHCHU_SESSION_SEED", "CHINHCHU_SESSIONS", 3);
    }

    void session_underAnyInputs_keepsItsRules()
    {
        QFETCH(unsigned, seed);
        Random random(seed);
        const Setting setting = Setting::of(seed, random);
        RandomPerson person(*m_counter, setting, random);
        QStringList story{setting.text()};
        const auto told = [&](const QStringList& faults) {
            return QStringLiteral("CHINHCHU_SESSION_SEED=%1: %2\n%3")
                .arg(seed)
                .arg(faults.join(QStringLiteral("\n  ")),
                     story.mid(std::max<qsizetype>(0, story.size() - 60)).join(u'\n'))
                .toUtf8();
        };
        for (int i = 0; i < steps; ++i, ++m_steps) {
            ++m_seen[person.session().state()];
            story << QVariant::fromValue(person.session().state()).toString() + QStringLiteral(": ");
            story.last() += person.step();
            QCoreApplication::processEvents();
            const QStringList faults = person.takeFaults();
            QVERIFY2(faults.isEmpty(), told(faults));
        }

        // From wherever that was, what is right leads to the receipt or the greeting.
        person.mendEverything();
        for (int i = 0;
             i < stepsHome && person.session().state() != State::Receipt && person.session().state() != State::Greeting;
             ++i)
            QTest::qWait(person.goOn().isEmpty() ? 20 : 0);
        QVERIFY2(
            person.session().state() == State::Receipt || person.session().state() == State::Greeting,
            told({QStringLiteral("cannot be finished: ") + QVariant::fromValue(person.session().state()).toString()}));
        person.session().cancel();
        QCOMPARE(person.session().state(), State::Greeting);
        const QStringList faults = person.takeFaults();
        QVERIFY2(faults.isEmpty(), told(faults));
        m_sealed += person.sealed();
    }

    void cleanupTestCase()
    {
        QStringList states;
        for (auto each = m_seen.begin(); each != m_seen.end(); ++each)
            states << QStringLiteral("%1 %2").arg(QVariant::fromValue(each.key()).toString()).arg(each.value());
        qInfo("%d steps, %d sealed: %s", m_steps, m_sealed, qPrintable(states.join(QStringLiteral(", "))));
        m_counter.reset();
    }
};

QTEST_GUILESS_MAIN(TestRandomSession)
#include "tst_random_session.moc"
