// Every species of attack the camera simulator knows, with the default recipe. The measured tables: measure_attacks.

#include "tests/biometrics/liveness/liveness_stage.h"

using namespace chinhchu;
using namespace chinhchu::biometrics;

class tst_AttackSpecies : public QObject
{
    Q_OBJECT

    std::unique_ptr<LivenessStage> m_stage;

private slots:
    void initTestCase()
    {
        SKIP_WITHOUT_DEMO_PHOTOGRAPHS();
        SKIP_WITHOUT_MODELS();
        m_stage = LivenessStage::make(SecondOpinion::WherePresent);
        if (!m_stage)
            QSKIP("needs the face mesh: run the set-up");
    }

    void recordings_areCaught_data()
    {
        QTest::addColumn<QString>("species");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char* species, FailureCode code) {
            QTest::newRow(species) << species << QByteArray(codeName(code).data());
        };
        row("replay", FailureCode::FaceOnScreen);
        // It moves on its own, whatever is asked.
        row("injected", FailureCode::ChallengeNotFollowed);
        row("second-person", FailureCode::FaceChanged);
        row("frozen", FailureCode::PictureFrozen);
    }

    void recordings_areCaught()
    {
        QFETCH(QString, species);
        QFETCH(QByteArray, code);
        const LivenessResult result =
            m_stage->watch(species.toUtf8().constData(), "TURN_RIGHT:13 BLINK TURN_LEFT:13", 60);
        QVERIFY(!result.live());
        QCOMPARE(codeOf(result), code);
    }

    void prints_areNotLive_data()
    {
        QTest::addColumn<QString>("species");
        for (const char* species : {"print-flat", "print-bent", "cut-out"})
            QTest::newRow(species) << species;
    }

    void prints_areNotLive()
    {
        QFETCH(QString, species);
        QVERIFY(!m_stage->watch(species.toUtf8().constData(), "TURN_LEFT:13 BLINK", 36).live());
    }
};

QTEST_GUILESS_MAIN(tst_AttackSpecies)
#include "tst_attack_species.moc"
