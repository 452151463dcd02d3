// What the face costs: a table by stage at 1280x720, the whole check frame by frame, the verdict after the last frame,
// and the memory with all models. One core: taskset -c 0 bench_face.

#include "biometrics/detection/face_mesh.h"
#include "biometrics/liveness/eye_watch.h"
#include "biometrics/liveness/frame_signs.h"
#include "biometrics/liveness/liveness_check.h"
#include "biometrics/liveness/screen_signs.h"
#include "biometrics/models/model_store.h"
#include "biometrics/quality/frame_choice.h"
#include "tests/simulators/camera/demo_people.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <tuple>

using namespace chinhchu;
using namespace chinhchu::biometrics;

namespace {

constexpr int rounds = 40;

/// Processor time of this program, milliseconds: what else the machine does must not count.
double processorTime()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

struct Times
{
    std::vector<double> values;
    template <class Work>
    void measure(Work&& work)
    {
        const double before = processorTime();
        work();
        values.push_back(processorTime() - before);
    }
    [[nodiscard]] double at(double part)
    {
        std::sort(values.begin(), values.end());
        return values.empty() ? 0 : values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
    }
    [[nodiscard]] double mean() const
    {
        double sum = 0;
        for (const double value : values)
            sum += value;
        return values.empty() ? 0 : sum / static_cast<double>(values.size());
    }
};

void print(const char* stage, Times times, const char* when)
{
    std::printf("%-34s %7.1f %7.1f %7.1f   %s\n", stage, times.mean(), times.at(0.5), times.at(0.95), when);
}

Image wide(const cv::Mat& picture)
{
    // 640x480 enlarged to the height of 720; the room goes on at both sides.
    cv::Mat tall, result;
    cv::resize(picture, tall, {960, 720}, 0, 0, cv::INTER_CUBIC);
    cv::copyMakeBorder(tall, result, 0, 0, 160, 160, cv::BORDER_REPLICATE);
    Image image{result.cols, result.rows, {}};
    image.pixels.assign(result.datastart, result.dataend);
    return image;
}

template <class Work>
void stage(const char* name, const char* when, Work&& work)
{
    Times times;
    for (int i = 0; i < rounds; ++i)
        times.measure([&] { work(i); });
    print(name, std::move(times), when);
}

void byStage(FaceEngine& engine, LivenessModels& models, const std::vector<Image>& frames)
{
    const auto frame = [&](int i) -> const Image& { return frames[static_cast<std::size_t>(i) % frames.size()]; };
    const Face face = engine.detect(frame(0)).at(0);
    const FaceMesh mesh = models.mesher->fit(frame(0), face);
    FrameSigns signs;
    EyeWatch eyes;
    eyes.learn(frame(0), mesh);
    std::printf("%-34s %7s %7s %7s   ms at 1280x720\n", "stage", "mean", "p50", "p95");
    stage("frame signs (hash, brightness)", "every frame", [&](int i) {
        signs.see({frame(i), std::chrono::steady_clock::time_point(std::chrono::milliseconds(33 * i)), i});
    });
    stage("detection (HOG) and landmarks", "every fifth frame", [&](int i) { engine.detect(frame(i)); });
    stage("face mesh", "every frame", [&](int i) { models.mesher->fit(frame(i), face); });
    stage("eyes", "every frame", [&](int i) { std::ignore = eyes.look(frame(i), mesh); });
    stage("quality", "every frame", [&](int i) { measureQuality(frame(i), {face}, &mesh); });
    stage("screen", "every 250 ms", [&](int i) { lookForScreen(frame(i), face); });
    if (models.texture)
        stage("texture nets", "every 250 ms at rest", [&](int i) { models.texture->alive(frame(i), face); });
    stage("embedding, all parts", "every 350 ms", [&](int i) { engine.embed(frame(i), face); });
    const auto parts = engine.beginEmbedding(frame(0), face)->partsLeft();
    stage("  one part of it", "one a frame", [&, work = engine.beginEmbedding(frame(0), face)](int i) mutable {
        if (work->partsLeft() == 0)
            work = engine.beginEmbedding(frame(i), face);
        work->doPart();
    });
    std::printf("  (%zu parts)\n", parts);
    const auto alone = FaceEngine::load(defaultModelFolder(), SecondOpinion::Without);
    stage("  of it dlib's alone", "", [&](int i) { (*alone)->embed(frame(i), face); });
}

void wholeCheck(FaceEngine& engine, LivenessModels& models)
{
    constexpr double second = 1.0 / 30;
    const auto person = stage::demoPerformance("holder", (defaultModelFolder().parent_path() / "photographs").string(), 2);
    LivenessCheck check(engine, models, *ChallengePlan::parse("TURN_LEFT:16 BLINK TURN_RIGHT:16 LOOK_UP:9"),
                        ChallengeStyle::Full);
    Times times;
    std::vector<FaceTemplate> live;
    for (int i = 0; i < 500; ++i) {
        const Frame frame{wide(person->next(second)),
                          std::chrono::steady_clock::time_point(std::chrono::milliseconds(33 * i)), i};
        LivenessCheck::Step step;
        times.measure([&] { step = check.see(frame); });
        person->hear(step.hint);
        if (step.usable && live.size() < 5)
            live.push_back(engine.embed(frame.image, *step.usable));
        if (step.over)
            break;
    }
    const std::string verdict = check.result().live() ? "live" : check.result().failure()->detail;
    print("the whole check", times, (std::to_string(times.values.size()) + " frames, " + verdict).c_str());
    Times after;
    for (int i = 0; i < rounds && !live.empty(); ++i) {
        after.measure([&] {
            std::vector<FrameCandidate> candidates;
            for (const FaceTemplate& each : live)
                candidates.push_back({1, each});
            chooseFrames(candidates, 3);
            engine.match(live.front(), live);
            std::ignore = check.result().live();
        });
    }
    print("verdict after the last frame", after, "choice, match, scores");
}

/// "VmRSS" of this program, in MB.
double memory(const char* what)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(what))
            return std::stod(line.substr(line.find(':') + 1)) / 1024;
    }
    return 0;
}

} // namespace

int main()
{
    const auto engine = FaceEngine::load(defaultModelFolder());
    const auto models = LivenessModels::load(defaultModelFolder());
    const auto person = stage::demoPerformance("holder", (defaultModelFolder().parent_path() / "photographs").string(), 1);
    if (!engine || !models || !person) {
        std::fprintf(stderr, "the models or the demonstration photographs are missing: run the set-up\n");
        return 77;
    }
    std::vector<Image> frames;
    for (int i = 0; i < 8; ++i)
        frames.push_back(wide(person->next(0.033)));
    wholeCheck(**engine, **models);
    // Before an engine more is loaded to tell the embeddings apart.
    std::printf("memory with all models: %.0f MB now, %.0f MB at most\n", memory("VmRSS"), memory("VmHWM"));
    byStage(**engine, **models, frames);
    return 0;
}
