#include "app/session/caught_attack.h"

#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;
using biometrics::LivenessResult;

/// What is counted against a card, and what is only a try that failed.
class TestCaughtAttack : public QObject
{
    Q_OBJECT

private slots:
    void check_thatRefuses_isAnAttackOrNot_data()
    {
        QTest::addColumn<QStringList>("outOfBounds");
        QTest::addColumn<double>("longestGapMs");
        QTest::addColumn<bool>("attack");
        const auto row = [](const char* name, QStringList scores, double gap, bool attack) {
            QTest::newRow(name) << std::move(scores) << gap << attack;
        };
        row("a living person", {}, 40, false);
        row("a picture in the camera's place", {"frozen_frames"}, 40, true);
        row("a clip in a loop", {"repeated_frames"}, 40, true);
        row("another person took the place", {"identity_distance"}, 40, true);
        row("a screen", {"moire"}, 40, true);
        row("the edge of a sheet", {"screen_border"}, 40, true);
        row("paper that is turned", {"flat_views"}, 40, true);
        row("a texture that the carrier refuses", {"texture"}, 40, true);
        row("a clip of other movements", {"challenge_wrong_movements"}, 40, true);
        row("turned without depth", {"parallax"}, 40, true);
        row("bent paper", {"relief"}, 40, true);

        row("a starved machine", {"longest_gap_ms"}, 12000, false);
        row("a movement partly in a gap", {"challenge_wrong_movements"}, 1500, false);
        row("a turn partly in a gap", {"parallax", "relief"}, 1500, false);
        row("a face elsewhere after a gap", {"face_jumps"}, 1500, false);
        row("a starved machine and a screen", {"longest_gap_ms", "moire"}, 12000, true);
        row("nothing done", {"challenge_steps_done", "parallax", "relief"}, 40, false);
        row("nothing done by paper", {"challenge_steps_done", "flat_views"}, 40, true);
        row("somebody passed by", {"face_jumps"}, 40, false);
        row("times that go back", {"backward_frames"}, 40, false);
        row("no frame at all", {"frames", "challenge_steps_done"}, 0, false);
    }

    /// A gap between frames on a machine that was busy elsewhere made an honest person's card one for the staff.
    void check_thatRefuses_isAnAttackOrNot()
    {
        QFETCH(QStringList, outOfBounds);
        QFETCH(double, longestGapMs);
        QFETCH(bool, attack);
        LivenessResult result;
        for (const char* name : {"frozen_frames", "repeated_frames", "backward_frames", "longest_gap_ms", "identity_distance",
                                 "face_jumps", "moire", "screen_border", "flat_views", "challenge_wrong_movements",
                                 "challenge_steps_done", "parallax", "relief", "texture", "frames"})
            result.scores.push_back({.name = name, .value = outOfBounds.contains(QLatin1String(name)) ? 2.0 : 0.0, .highest = 1.0});
        result.scores[3] = {.name = "longest_gap_ms", .value = longestGapMs, .highest = 10000};

        QCOMPARE(result.live(), outOfBounds.isEmpty());
        QCOMPARE(isCaughtAttack(result), attack);
    }
};

QTEST_GUILESS_MAIN(TestCaughtAttack)
#include "tst_caught_attack.moc"
