// The whole check in front of the camera simulator, which sees with none of the models that are judged here.

#include "biometrics/liveness/liveness_check.h"
#include "tests/biometrics/demo_photographs.h"
#include "tests/simulators/camera/demo_people.h"

using namespace chinhchu;
using namespace chinhchu::biometrics;

namespace {

Image imageFrom(const cv::Mat& picture)
{
    Image image{picture.cols, picture.rows, {}};
    image.pixels.assign(picture.datastart, picture.dataend);
    return image;
}

} // namespace

class tst_LivenessCheck : public QObject
{
    Q_OBJECT

    std::unique_ptr<FaceEngine> m_engine;
    std::unique_ptr<LivenessModels> m_models;

    /// Ten frames a second, without waiting for the clock.
    LivenessResult watch(const char* name, const char* plan, int frames, LivenessPolicy policy = {})
    {
        const auto performance = stage::demoPerformance(name, demo::folder().string(), 2);
        LivenessCheck check(*m_engine, *m_models, *ChallengePlan::parse(plan), ChallengeStyle::Full, policy);
        std::chrono::steady_clock::time_point now{};
        for (int i = 0; i < frames; ++i) {
            now += std::chrono::milliseconds(100);
            const LivenessCheck::Step step = check.see({imageFrom(performance->next(0.1)), now, i});
            if (step.over)
                break;
            performance->hear(step.hint);
        }
        return check.result();
    }

    static QByteArray codeOf(const LivenessResult& result)
    {
        return result.failure() ? QByteArray(codeName(result.failure()->code).data()) : QByteArray();
    }

private slots:
    void initTestCase()
    {
        SKIP_WITHOUT_DEMO_PHOTOGRAPHS();
        SKIP_WITHOUT_MODELS();
        auto models = LivenessModels::load(defaultModelFolder());
        if (!models && models.error().code == FailureCode::ModelMissing)
            QSKIP("needs the face mesh: run the set-up");
        m_models = std::move(*models);
        m_engine = std::move(*FaceEngine::load(defaultModelFolder()));
    }

    void aPersonWhoDoesWhatIsAsked_isLive()
    {
        const LivenessResult result = watch("holder", "TURN_LEFT:13 BLINK LOOK_UP:9", 80);
        QVERIFY2(result.live(), result.failure() ? result.failure()->detail.c_str() : "no scores");
        QVERIFY(result.values().at("challenge_bits") >= 6);
        QCOMPARE(result.values().at("challenge_steps_done"), 3.0);
    }

    void beforeTheChallengeIsDone_nobodyIsLive()
    {
        QCOMPARE(codeOf(watch("holder", "TURN_LEFT:13 BLINK", 3)), "CHALLENGE_NOT_FOLLOWED");
    }

    void attacks_areCaught_data()
    {
        QTest::addColumn<QString>("species");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char* species, FailureCode code) {
            QTest::newRow(species) << species << QByteArray(codeName(code).data());
        };
        row("frozen", FailureCode::PictureFrozen);
        row("second-person", FailureCode::FaceChanged);
        row("replay", FailureCode::FaceOnScreen);
        // It moves on its own, whatever is asked.
        row("injected", FailureCode::ChallengeNotFollowed);
    }

    void attacks_areCaught()
    {
        QFETCH(QString, species);
        QFETCH(QByteArray, code);
        const LivenessResult result = watch(species.toUtf8().constData(), "TURN_RIGHT:13 BLINK TURN_LEFT:13", 36);
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
        QVERIFY(!watch(species.toUtf8().constData(), "TURN_LEFT:13 BLINK", 24).live());
    }
};

QTEST_GUILESS_MAIN(tst_LivenessCheck)
#include "tst_liveness_check.moc"
