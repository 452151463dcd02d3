#include "biometrics/liveness/challenge_tracker.h"

#include <QTest>

using namespace chinhchu::biometrics;
using namespace std::chrono_literals;

namespace {

/// Shows the tracker a head, 15 times a second.
class Head
{
public:
    explicit Head(const char* plan)
        : tracker(*ChallengePlan::parse(plan))
    {
    }

    Head& hold(HeadPose pose, int frames, bool closed = false)
    {
        // A person holds the head as it suits: not straight into the camera.
        constexpr HeadPose habit{4, -11, 2};
        for (int i = 0; i < frames; ++i) {
            m_now += 66ms;
            tracker.see({m_now, {pose.yaw + habit.yaw, pose.pitch + habit.pitch, pose.roll + habit.roll}, closed});
        }
        return *this;
    }
    Head& rest(int frames = 8) { return hold({}, frames); }
    Head& turn(double yaw) { return hold({yaw / 2, 0, 0}, 2).hold({yaw, 0, 0}, 4).hold({yaw / 2, 0, 0}, 2); }
    Head& nod(double pitch) { return hold({0, pitch / 2, 0}, 2).hold({0, pitch, 0}, 4).hold({0, pitch / 2, 0}, 2); }
    Head& shut(int frames) { return hold({}, frames, true); }

    ChallengeTracker tracker;

private:
    std::chrono::steady_clock::time_point m_now{};
};

} // namespace

class tst_ChallengeTracker : public QObject
{
    Q_OBJECT

private slots:
    void challenge_followedInOrder_isComplete()
    {
        Head head("TURN_LEFT:14 BLINK TURN_RIGHT:14 LOOK_UP:10");
        QCOMPARE(head.tracker.hint(), "LOOK_STRAIGHT");
        head.rest(9);
        QCOMPARE(head.tracker.hint(), "TURN_LEFT");
        head.turn(20).rest();
        QCOMPARE(head.tracker.hint(), "BLINK");
        head.shut(9).rest();
        QCOMPARE(head.tracker.hint(), "TURN_RIGHT");
        head.turn(-20).rest();
        QCOMPARE(head.tracker.hint(), "LOOK_UP");
        head.nod(15).rest();
        QVERIFY(head.tracker.complete());
        QCOMPARE(head.tracker.hint(), "");
        QCOMPARE(head.tracker.wrongMovements(), 0);
        QCOMPARE(head.tracker.progress(), 1.0);
    }

    void challenge_afterAVeryLongTime_isStillComplete()
    {
        Head head("TURN_LEFT:14 BLINK");
        head.rest(3000).turn(20).rest(3000).shut(9).rest();
        QVERIFY(head.tracker.complete());
        QCOMPARE(head.tracker.wrongMovements(), 0);
    }

    void turn_thatDoesNotReachTheAmount_isNotDone()
    {
        Head head("TURN_LEFT:14 BLINK");
        head.rest().turn(11).rest().turn(12).rest();
        QCOMPARE(head.tracker.stepsDone(), 0U);
        QCOMPARE(head.tracker.wrongMovements(), 0);
    }

    void turn_toTheOtherSide_isWrong()
    {
        Head head("TURN_LEFT:14 BLINK");
        head.rest().turn(-20).rest();
        QCOMPARE(head.tracker.wrongMovements(), 1);
        QCOMPARE(head.tracker.stepsDone(), 0U);
    }

    void clip_thatShowsEverythingInTurn_isWrong()
    {
        Head head("LOOK_UP:10 TURN_RIGHT:14 BLINK TURN_LEFT:14");
        for (int round = 0; round < 4; ++round)
            head.rest(4).turn(20).rest(4).turn(-20).rest(4).nod(16).shut(9);
        QVERIFY(head.tracker.wrongMovements() > 0);
    }

    void movement_onTheWayBackFromAnother_isWrong()
    {
        Head head("TURN_LEFT:14 BLINK");
        head.rest().hold({20, 0, 0}, 3).hold({-20, 0, 0}, 3);
        QCOMPARE(head.tracker.wrongMovements(), 1);
    }

    void blinkingAsEveryoneDoes_isNeitherDoneNorWrong()
    {
        Head head("BLINK TURN_LEFT:14");
        head.rest();
        for (int i = 0; i < 10; ++i)
            head.shut(3).rest(10);
        QCOMPARE(head.tracker.stepsDone(), 0U);
        QCOMPARE(head.tracker.wrongMovements(), 0);
        head.shut(9).rest().shut(3).rest();
        QCOMPARE(head.tracker.hint(), "TURN_LEFT");
        QCOMPARE(head.tracker.wrongMovements(), 0);
    }

    void eyes_thatNobodySeesClosing_areReplacedByWhatThePlanHolds()
    {
        Head head("BLINK/TURN_LEFT:14/LOOK_UP:10 TURN_RIGHT:14");
        head.rest(9).rest(80);
        QCOMPARE(head.tracker.hint(), "BLINK");
        head.rest(20);
        QCOMPARE(head.tracker.hint(), "TURN_LEFT");
        QCOMPARE(head.tracker.stepCount(), 3U);
        head.turn(20).rest().nod(15).rest().turn(-20).rest();
        QVERIFY(head.tracker.complete());
        QCOMPARE(head.tracker.substituted(), 1);
        QCOMPARE(head.tracker.wrongMovements(), 0);
    }

    void eyesClosedJustAfterTheirTimeWasOver_areNotWrong()
    {
        Head head("BLINK/TURN_LEFT:14/LOOK_UP:10 TURN_RIGHT:14");
        head.rest(9).rest(100);
        QCOMPARE(head.tracker.hint(), "TURN_LEFT");
        head.shut(9).rest();
        QCOMPARE(head.tracker.wrongMovements(), 0);
        head.turn(20).rest().shut(9).rest();
        QCOMPARE(head.tracker.wrongMovements(), 1);
    }

    void progress_whenStepsAreReplaced_doesNotGoBack()
    {
        Head head("TURN_RIGHT:14 BLINK/TURN_LEFT:14/LOOK_UP:10/TURN_LEFT:14");
        head.rest().turn(-20).rest(20);
        QCOMPARE(head.tracker.progress(), 0.5);
        head.rest(100);
        QCOMPARE(head.tracker.substituted(), 1);
        QCOMPARE(head.tracker.progress(), 0.5);
    }

    void eyesClosedBeforeEveryMovement_areNotForNothing()
    {
        Head head("TURN_LEFT:14 TURN_RIGHT:14 BLINK");
        head.rest().shut(9).rest().turn(20).rest();
        QVERIFY(head.tracker.wrongMovements() > 0);
    }

    void eyesThatStayShut_areNotABlink()
    {
        Head head("BLINK TURN_LEFT:14");
        head.rest().shut(300);
        QCOMPARE(head.tracker.stepsDone(), 0U);
    }

    void eyesShutForLong_whenATurnIsAsked_areWrong()
    {
        Head head("TURN_LEFT:14 BLINK");
        head.rest().shut(20).rest();
        QCOMPARE(head.tracker.wrongMovements(), 1);
    }

    void eyesThatSeemShutFromBeforeTheHeadIsBack_areNotWrong()
    {
        // As some do behind rims of glasses until the head is quite where it was.
        Head head("TURN_LEFT:14 BLINK");
        head.rest().hold({20, 0, 0}, 4).hold({10, 0, 0}, 2, true).hold({4, 0, 0}, 12, true).rest();
        QCOMPARE(head.tracker.wrongMovements(), 0);
        QCOMPARE(head.tracker.hint(), "BLINK");
    }

    void turn_whoseDepthIsNotSeen_goesOnForAWhile()
    {
        ChallengeTracker tracker(*ChallengePlan::parse("TURN_LEFT:14"));
        std::chrono::steady_clock::time_point now{};
        const auto hold = [&](double yaw, int frames, bool depth) {
            for (int i = 0; i < frames; ++i)
                tracker.see({now += 66ms, {yaw, 0, 0}, false, depth});
        };
        hold(0, 10, false);
        hold(20, 20, false);
        QCOMPARE(tracker.hint(), "TURN_LEFT");
        hold(24, 3, true);
        QVERIFY(tracker.complete());
    }

    void challenge_withoutDepthInTheEnd_asksForTheOtherSideOnce()
    {
        ChallengeTracker tracker(*ChallengePlan::parse("TURN_LEFT:14"));
        std::chrono::steady_clock::time_point now{};
        const auto hold = [&](double yaw, int frames) {
            for (int i = 0; i < frames; ++i)
                tracker.see({now += 66ms, {yaw, 0, 0}, false, false});
        };
        hold(0, 10);
        hold(20, 50);
        QVERIFY(!tracker.complete());
        hold(0, 10);
        QCOMPARE(tracker.hint(), "TURN_RIGHT");
        hold(-20, 50);
        QVERIFY(tracker.complete());
    }

    void head_thatNeverRests_isNotAskedAnything()
    {
        Head head("TURN_LEFT:14 BLINK");
        for (int i = 0; i < 50; ++i)
            head.hold({i % 2 ? 10.0 : -10.0, 0, 0}, 1);
        QVERIFY(!head.tracker.resting());
        QCOMPARE(head.tracker.hint(), "LOOK_STRAIGHT");
    }
};

QTEST_GUILESS_MAIN(tst_ChallengeTracker)
#include "tst_challenge_tracker.moc"
