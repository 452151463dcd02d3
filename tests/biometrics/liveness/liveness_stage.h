#pragma once

#include "biometrics/liveness/liveness_check.h"
#include "tests/biometrics/demo_photographs.h"
#include "tests/simulators/camera/demo_people.h"

#include <utility>

namespace chinhchu::biometrics {

inline Image imageFrom(const cv::Mat& picture)
{
    Image image{picture.cols, picture.rows, {}};
    image.pixels.assign(picture.datastart, picture.dataend);
    return image;
}

/// The whole check in front of the camera simulator, which sees with none of the models that are judged here.
class LivenessStage
{
public:
    /// Nothing without the models.
    static std::unique_ptr<LivenessStage> make(SecondOpinion opinion)
    {
        auto models = LivenessModels::load(defaultModelFolder());
        auto engine = FaceEngine::load(defaultModelFolder(), opinion);
        if (!models || !engine)
            return nullptr;
        return std::unique_ptr<LivenessStage>(new LivenessStage(std::move(*engine), std::move(*models)));
    }

    /// In what is watched next, this frame comes so much later.
    void standStillBefore(int frame, std::chrono::milliseconds late)
    {
        m_lateFrame = frame;
        m_late = late;
    }

    /// Eight frames a second, without waiting for the clock.
    LivenessResult watch(const char* name, const char* plan, int frames, unsigned seed = 2)
    {
        const auto performance = stage::demoPerformance(name, demo::folder().string(), seed);
        LivenessCheck check(*m_engine, *m_models, *ChallengePlan::parse(plan), ChallengeStyle::Full);
        std::chrono::steady_clock::time_point now{};
        for (int i = 0; i < frames; ++i) {
            now += std::chrono::milliseconds(125);
            if (i == m_lateFrame)
                now += std::exchange(m_late, std::chrono::milliseconds(0));
            const LivenessCheck::Step step = check.see({imageFrom(performance->next(0.125)), now, i});
            if (step.over)
                break;
            performance->hear(step.hint);
        }
        return check.result();
    }

private:
    LivenessStage(std::unique_ptr<FaceEngine> engine, std::unique_ptr<LivenessModels> models)
        : m_engine(std::move(engine))
        , m_models(std::move(models))
    {
    }

    std::unique_ptr<FaceEngine> m_engine;
    std::unique_ptr<LivenessModels> m_models;
    int m_lateFrame = 0;
    std::chrono::milliseconds m_late{0};
};

inline QByteArray codeOf(const LivenessResult& result)
{
    return result.failure() ? QByteArray(codeName(result.failure()->code).data()) : QByteArray();
}

} // namespace chinhchu::biometrics
