// What people do with a kiosk that nobody told them to: a hand that is led by chance on the real window and the real
// session, and after each thing it did what must always hold (tests/ui/random/kiosk_invariants.h).
//
// A few fixed hands in any run; CHINHCHU_HANDS=N or M-N for more of them, CHINHCHU_HAND_SEED=N for the one that failed.
// Chance is the same again, but not the threads that read and deliver meanwhile.

#include "tests/app/session/random/seeds.h"
#include "tests/ui/random/kiosk_invariants.h"
#include "tests/ui/random/random_hand.h"

#include <QDeadlineTimer>
#include <QTest>

using namespace random_hand;
using chinhchu::app::Session;
using State = Session::State;

namespace {

constexpr int stepsOfAHand = 110;
constexpr int stepsHome = 400;
/// For one machine: a card that is not there, models that load. A machine with other work takes its time.
constexpr std::chrono::seconds mostPatience{60};

constexpr int stepsToTheStart = 200;

/// What is right, or a moment of waiting where there is nothing to do; says what.
QString takeStep(RightHand& right)
{
    QString done = right.goOn();
    QTest::qWait(done.isEmpty() ? 20 : 0);
    return done;
}

/// By what is right to the page that the hand is to begin with, or to where something went wrong.
QStringList reachStart(ImpatientKiosk& kiosk, KioskInvariants& invariants)
{
    RightHand right(kiosk);
    const State wanted = kiosk.circumstances().start;
    QDeadlineTimer waiting(mostPatience);
    for (int steps = 0; steps < stepsToTheStart && !waiting.hasExpired() && kiosk.session().state() != wanted;) {
        if (kiosk.session().state() == State::Problem)
            break;
        if (!takeStep(right).isEmpty()) {
            ++steps;
            waiting = QDeadlineTimer(mostPatience);
        }
        if (const QStringList faults = invariants.faults(); !faults.isEmpty())
            return faults;
    }
    return {};
}

/// From where the hand left it to the receipt or the greeting, by what is right.
QStringList finish(ImpatientKiosk& kiosk, KioskInvariants& invariants)
{
    RightHand right(kiosk);
    kiosk.line().mend();
    QStringList steps;
    QDeadlineTimer waiting(mostPatience);
    while (steps.size() < stepsHome && !waiting.hasExpired()) {
        const State state = kiosk.session().state();
        const bool over = state == State::Greeting && !kiosk.kiosk().staff()->open();
        if (over || state == State::Receipt)
            return {};
        if (const QString done = takeStep(right); !done.isEmpty()) {
            steps << done;
            waiting = QDeadlineTimer(mostPatience);
        }
        if (const QStringList faults = invariants.faults(); !faults.isEmpty())
            return faults + steps;
    }
    return QStringList{QStringLiteral("%1 cannot be finished").arg(kiosk.kiosk().page())} + steps.last(std::min<qsizetype>(steps.size(), 12));
}

} // namespace

class TestRandomHand : public QObject
{
    Q_OBJECT

    std::unique_ptr<counter::QuickCounter> m_counter;
    QHash<State, int> m_seen;
    int m_steps = 0;

    void play(unsigned seed);

private slots:
    void initTestCase();
    void kiosk_underARandomHand_keepsItsRules_data();
    void kiosk_underARandomHand_keepsItsRules();
    void cleanupTestCase();
};

void TestRandomHand::initTestCase()
{
    m_counter = std::make_unique<counter::QuickCounter>();
}

void TestRandomHand::kiosk_underARandomHand_keepsItsRules_data()
{
    by_chance::addSeeds("CHINHCHU_HAND_SEED", "CHINHCHU_HANDS", 3);
}

void TestRandomHand::kiosk_underARandomHand_keepsItsRules()
{
    QFETCH(unsigned, seed);
    play(seed);
}

void TestRandomHand::play(unsigned seed)
{
    Random random(seed);
    const Circumstances circumstances = Circumstances::of(seed, random);
    ImpatientKiosk kiosk(*m_counter, circumstances);
    KioskInvariants invariants(kiosk);
    RandomHand hand(kiosk, random);
    QStringList story{circumstances.text()};
    const auto told = [&](const QStringList& faults) {
        return QStringLiteral("CHINHCHU_HAND_SEED=%1: %2\n%3")
            .arg(seed)
            .arg(faults.join(QStringLiteral("\n  ")), story.join(u'\n'))
            .toUtf8();
    };
    const QStringList before = reachStart(kiosk, invariants);
    QVERIFY2(before.isEmpty(), told(before));
    for (int i = 0; i < stepsOfAHand; ++i, ++m_steps) {
        const QString page = kiosk.kiosk().page();
        ++m_seen[kiosk.session().state()];
        story << page + QStringLiteral(": ");
        story.last() += hand.step();
        QVERIFY2(hand.complaint().isEmpty(), told({hand.complaint()}));
        QCoreApplication::processEvents();
        QStringList faults = invariants.faults();
        if (faults.isEmpty() && i % 10 == 9)
            faults = invariants.lookFaults();
        QVERIFY2(faults.isEmpty(), told(faults));
    }
    const QStringList stuck = finish(kiosk, invariants);
    QVERIFY2(stuck.isEmpty(), told(stuck));
}

void TestRandomHand::cleanupTestCase()
{
    QStringList pages;
    for (auto each = m_seen.begin(); each != m_seen.end(); ++each)
        pages << QStringLiteral("%1 %2").arg(QVariant::fromValue(each.key()).toString()).arg(each.value());
    qInfo("%d steps: %s", m_steps, qPrintable(pages.join(QStringLiteral(", "))));
    m_counter.reset();
}

QTEST_MAIN(TestRandomHand)
#include "tst_random_hand.moc"
