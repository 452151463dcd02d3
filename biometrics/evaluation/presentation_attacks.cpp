#include "biometrics/evaluation/presentation_attacks.h"

#include "biometrics/image_bridge.h"

#include <opencv2/videoio.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

namespace chinhchu::biometrics {

namespace fs = std::filesystem;

namespace {

bool isVideo(const fs::path& file)
{
    static const std::set<std::string> endings{".avi", ".mp4", ".mkv"};
    return endings.contains(file.extension().string());
}

Result<ChallengePlan> planBeside(const fs::path& video)
{
    fs::path file = video;
    file.replace_extension(".plan");
    std::ifstream stream(file);
    if (!stream)
        return fail(FailureCode::FileUnreadable, file.string());
    std::ostringstream text;
    text << stream.rdbuf();
    return ChallengePlan::parse(text.str());
}

/// The probability of at most @p errors in @p clips when each is one with probability @p rate.
double atMost(int errors, int clips, double rate)
{
    double sum = 0, term = std::pow(1 - rate, clips);
    for (int i = 0; i <= errors; ++i) {
        sum += term;
        term *= (clips - i) * rate / ((i + 1) * (1 - rate));
    }
    return sum;
}

bool passesWithout(const LivenessResult& result, const std::vector<std::string>& scores)
{
    return std::all_of(result.scores.begin(), result.scores.end(), [&](const LivenessScore& score) {
        return score.acceptable() || std::find(scores.begin(), scores.end(), score.name) != scores.end();
    });
}

std::string firstOutside(const LivenessResult& result)
{
    const auto outside = std::find_if(result.scores.begin(), result.scores.end(),
                                      [](const LivenessScore& score) { return !score.acceptable(); });
    return outside != result.scores.end() ? outside->name : std::string();
}

} // namespace

double SpeciesErrors::upperBound() const
{
    constexpr double confidence = 0.05;
    if (clips == 0 || errors >= clips)
        return 1;
    double low = 0, high = 1 - 1e-12;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (atMost(errors, clips, middle) > confidence ? low : high) = middle;
    }
    return high;
}

const std::map<std::string, std::vector<std::string>>& livenessDefences()
{
    static const std::map<std::string, std::vector<std::string>> defences{
        {"challenge", {"challenge_wrong_movements", "challenge_steps_done"}},
        {"geometry", {"parallax", "relief", "flat_views"}},
        {"identity", {"identity_distance", "face_jumps"}},
        {"stream", {"frozen_frames", "repeated_frames", "backward_frames", "longest_gap_ms"}},
        {"screen", {"moire", "screen_border"}},
    };
    return defences;
}

Result<std::vector<RecordedClip>> findClips(const fs::path& folder)
{
    std::vector<RecordedClip> clips;
    std::error_code error;
    for (const fs::directory_entry& species : fs::directory_iterator(folder, error)) {
        if (!species.is_directory(error))
            continue;
        for (const fs::directory_entry& entry : fs::directory_iterator(species.path(), error)) {
            if (!isVideo(entry.path()))
                continue;
            auto plan = planBeside(entry.path());
            if (!plan)
                return tl::unexpected(plan.error());
            clips.push_back({species.path().filename().string(), entry.path(), std::move(*plan)});
        }
    }
    if (clips.empty())
        return fail(FailureCode::FileUnreadable, "no clips in " + folder.string());
    std::sort(clips.begin(), clips.end(), [](const auto& a, const auto& b) { return a.video < b.video; });
    return clips;
}

Result<ClipVerdict> judgeClip(FaceEngine& engine, LivenessModels& models, const RecordedClip& clip,
                              const LivenessPolicy& policy)
{
    silenceOpenCv();
    try {
        cv::VideoCapture capture(clip.video.string(), cv::CAP_FFMPEG);
        if (!capture.isOpened())
            return fail(FailureCode::CameraUnavailable, clip.video.string());
        const double rate = capture.get(cv::CAP_PROP_FPS);
        const double period = rate >= 1 && rate <= 240 ? 1 / rate : 1.0 / 30;
        LivenessCheck check(engine, models, clip.plan, ChallengeStyle::Full, policy);
        const std::chrono::steady_clock::time_point start{};
        cv::Mat picture;
        for (int number = 0; capture.read(picture); ++number) {
            const std::chrono::duration<double> at(number * period);
            const auto step = check.see(
                {imageOf(picture), start + std::chrono::duration_cast<std::chrono::nanoseconds>(at), number});
            // The end of a challenge that was followed; one that failed is watched to its end, for the table.
            if (step.hint.empty() && step.progress >= 1)
                break;
        }
        return ClipVerdict{clip.species, clip.video.filename().string(), check.result()};
    } catch (const std::exception& error) {
        return fail(FailureCode::CameraUnavailable, clip.video.string() + ": " + error.what());
    }
}

std::map<std::string, SpeciesErrors> countErrors(const std::vector<ClipVerdict>& verdicts)
{
    std::map<std::string, SpeciesErrors> bySpecies;
    for (const ClipVerdict& verdict : verdicts) {
        SpeciesErrors& errors = bySpecies[verdict.species];
        const bool living = verdict.species == bonaFide;
        const auto failure = verdict.result.failure();
        ++errors.clips;
        errors.errors += failure.has_value() == living;
        if (failure)
            ++errors.caughtBy[firstOutside(verdict.result)];
        for (const auto& [defence, scores] : livenessDefences())
            errors.errorsWithout[defence] += passesWithout(verdict.result, scores) != living;
    }
    return bySpecies;
}

} // namespace chinhchu::biometrics
