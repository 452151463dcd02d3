#include "app/session/transitions.h"

#include <QMetaEnum>
#include <QTest>

#include <map>
#include <set>

using namespace chinhchu::app;
using State = Session::State;
using Event = SessionEvent;

class TestTransitions : public QObject
{
    Q_OBJECT

private slots:
    void table_always_hasOneTargetForEachStateAndEvent()
    {
        std::set<std::pair<State, Event>> seen;
        for (const Transition& each : transitions()) {
            QVERIFY2(seen.insert({each.from, each.event}).second, std::string(toString(each.from)).c_str());
        }
    }

    void everyState_fromGreeting_canBeReached()
    {
        std::set<State> reached{State::Greeting};
        for (std::size_t before = 0; before != reached.size();) {
            before = reached.size();
            for (const Transition& each : transitions()) {
                if (reached.contains(each.from)) {
                    reached.insert(each.to);
                }
            }
        }
        QCOMPARE(static_cast<int>(reached.size()), QMetaEnum::fromType<State>().keyCount());
    }

    void everyState_exceptGreeting_canBeCancelled()
    {
        const QMetaEnum states = QMetaEnum::fromType<State>();
        for (int index = 0; index < states.keyCount(); ++index) {
            const auto state = static_cast<State>(states.value(index));
            const auto home = nextState(state, Event::Cancel);
            QCOMPARE(home.has_value(), state != State::Greeting);
        }
    }

    /// Either the page ends when nobody is there, or what it waits for has its own patience and fails.
    void everyState_exceptGreeting_hasATimeOut()
    {
        const QMetaEnum states = QMetaEnum::fromType<State>();
        for (int index = 0; index < states.keyCount(); ++index) {
            const auto state = static_cast<State>(states.value(index));
            const bool ends = nextState(state, Event::TimedOut) || nextState(state, Event::Failed);
            QVERIFY2(ends || state == State::Greeting, states.key(index));
        }
    }

    void face_withoutVerdict_isNeverCaptured()
    {
        for (const Transition& each : transitions()) {
            if (each.to == State::CaptureFace) {
                QVERIFY(each.from == State::Verdict || each.event == Event::RetryFace);
            }
        }
    }

    /// Back to the numbers leads only from what itself comes after them.
    void numbers_withoutMatch_areNeverChosen()
    {
        for (const Transition& each : transitions()) {
            if (each.to == State::ChooseNumbers) {
                QVERIFY(each.from == State::Match || each.from == State::Possession ||
                        each.from == State::SignatureOffer || each.from == State::Signing ||
                        each.from == State::Review || each.event == Event::ChangeAnswers);
            }
            if (each.to == State::Possession) {
                QVERIFY(each.from == State::ChooseNumbers);
            }
            if (each.to == State::SignatureOffer) {
                QVERIFY(each.from == State::Possession);
            }
            if (each.to == State::Signing) {
                QVERIFY(each.from == State::SignatureOffer);
            }
            if (each.to == State::Review) {
                QVERIFY(each.from == State::Signing);
            }
        }
    }

    void names_ofStates_areThoseOfTheEnum()
    {
        const QMetaEnum states = QMetaEnum::fromType<State>();
        for (int index = 0; index < states.keyCount(); ++index) {
            QCOMPARE(QByteArray(std::string(toString(static_cast<State>(states.value(index)))).c_str()),
                     QByteArray(states.key(index)));
        }
    }

    void nextState_withUnlistedEvent_isNone() { QVERIFY(!nextState(State::Greeting, Event::Submitted)); }

    void diagram_always_isTheOneInTheDocumentation()
    {
        QFile readme(QStringLiteral(CHINHCHU_SOURCE_DIR "/app/session/README.md"));
        QVERIFY(readme.open(QIODevice::ReadOnly));
        const QByteArray diagram = QByteArray::fromStdString(transitionDiagram());
        QVERIFY2(readme.readAll().contains(diagram), diagram.constData());
    }
};

QTEST_GUILESS_MAIN(TestTransitions)
#include "tst_transitions.moc"
