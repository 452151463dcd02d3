// One living person and one attack of each way to be caught; tst_attack_species has the others.

#include "tests/biometrics/liveness/liveness_stage.h"

using namespace chinhchu;
using namespace chinhchu::biometrics;

class tst_LivenessCheck : public QObject
{
    Q_OBJECT

    std::unique_ptr<LivenessStage> m_stage;

private slots:
    void initTestCase()
    {
        SKIP_WITHOUT_DEMO_PHOTOGRAPHS();
        SKIP_WITHOUT_MODELS();
        // One opinion on who somebody is: half the work, and the same code.
        m_stage = LivenessStage::make(SecondOpinion::Without);
        if (!m_stage)
            QSKIP("needs the face mesh: run the set-up");
    }

    void aPersonWhoDoesWhatIsAsked_isLive()
    {
        const LivenessResult result = m_stage->watch("holder", "TURN_LEFT:13 BLINK", 80);
        QVERIFY2(result.live(), result.failure() ? result.failure()->detail.c_str() : "no scores");
        QVERIFY(result.values().at("challenge_bits") >= 6);
        QCOMPARE(result.values().at("challenge_steps_done"), 2.0);
    }

    void beforeTheChallengeIsDone_nobodyIsLive()
    {
        QCOMPARE(codeOf(m_stage->watch("holder", "TURN_LEFT:13 BLINK", 3)), "CHALLENGE_NOT_FOLLOWED");
    }

    void thePictureThatStandsStill_isCaught()
    {
        const LivenessResult result = m_stage->watch("frozen", "TURN_RIGHT:13 BLINK TURN_LEFT:13", 60);
        QCOMPARE(codeOf(result), QByteArray(codeName(FailureCode::PictureFrozen).data()));
    }

    void somebodyElseWhoStepsIn_isCaught()
    {
        // With this seed before anything is asked.
        const LivenessResult result = m_stage->watch("second-person", "TURN_RIGHT:13 BLINK TURN_LEFT:13", 30, 4);
        QCOMPARE(codeOf(result), QByteArray(codeName(FailureCode::FaceChanged).data()));
    }

    /// A starved machine called a living person not alive, after letting them go through all of it.
    void aCameraThatStopsForAWhile_endsTheTryAndAccusesNobody()
    {
        m_stage->standStillBefore(10, std::chrono::seconds(11));
        const LivenessResult result = m_stage->watch("holder", "TURN_LEFT:13 BLINK", 80);
        QCOMPARE(codeOf(result), QByteArray("CAMERA_INTERRUPTED"));
        QCOMPARE(result.values().at("frames"), 11.0);
    }

    void aPrint_isNotLive()
    {
        QVERIFY(!m_stage->watch("print-flat", "TURN_LEFT:13 BLINK", 12).live());
    }
};

QTEST_GUILESS_MAIN(tst_LivenessCheck)
#include "tst_liveness_check.moc"
