// Measures the liveness check in front of the camera simulator, in memory: what is asked is heard at once, as at the
// kiosk, and no picture is compressed. Prints the table that biometrics/FIGURES.md keeps.
//   measure_attacks [--half development|reporting] [--seed N] --scores FILE PHOTOS SPECIES=COUNT...
// FILE gets a line for each scene; a run that was broken off goes on where it was.
// SPECIES is "bona-fide" or an attack. $CHINHCHU_YUNET: yunet_s_640_640.onnx, with which the simulator finds faces.

#include "biometrics/evaluation/presentation_attacks.h"
#include "biometrics/models/model_store.h"
#include "biometrics/quality/face_quality.h"
#include "tests/simulators/camera/people/casting.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <random>
#include <set>
#include <span>
#include <sstream>

using namespace chinhchu;
using namespace chinhchu::biometrics;

namespace {

constexpr std::chrono::milliseconds period{125};
// A scene ends when nothing was done for so long, and a recording when it is played.
constexpr std::chrono::milliseconds stuck{7500}, recordingTakes{9000}, sceneTakes{40000};
// Frames to be compared with the photograph, as a session collects them after the challenge.
constexpr int wantedFrames = 3;
constexpr std::chrono::milliseconds frameSpacing{400};

struct Options
{
    stage::Half half = stage::Half::Both;
    unsigned seed = 1;
    std::string scores, photographs;
    std::vector<std::pair<std::string, int>> species;
};

std::optional<Options> parse(std::span<char*> arguments)
{
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string word = arguments[i];
        const bool more = i + 1 < arguments.size();
        if (word == "--half" && more)
            options.half = std::string(arguments[++i]) == "development" ? stage::Half::Development
                                                                       : stage::Half::Reporting;
        else if (word == "--seed" && more)
            options.seed = static_cast<unsigned>(std::atoi(arguments[++i]));
        else if (word == "--scores" && more)
            options.scores = arguments[++i];
        else if (const auto equals = word.find('='); equals != std::string::npos)
            options.species.emplace_back(word.substr(0, equals), std::atoi(word.c_str() + equals + 1));
        else
            options.photographs = word;
    }
    return options.photographs.empty() || options.species.empty() || options.scores.empty() ? std::nullopt : std::optional(options);
}

Image imageFrom(const cv::Mat& picture)
{
    Image image{picture.cols, picture.rows, {}};
    image.pixels.assign(picture.datastart, picture.dataend);
    return image;
}

/// A whole session's worth of frames. It goes on when there is no hope left: the table asks what each defence alone
/// would have let pass.
LivenessResult play(FaceEngine& engine, LivenessModels& models, const ChallengePlan& plan, const stage::Scene& scene)
{
    LivenessCheck check(engine, models, plan, ChallengeStyle::Full);
    std::chrono::steady_clock::time_point now{};
    const bool recording = scene.species == "injected" || scene.species == "replay";
    const auto end = now + (recording ? recordingTakes : sceneTakes);
    auto advanced = now;
    std::optional<std::chrono::steady_clock::time_point> taken;
    int frames = 0;
    for (int number = 0; now < end && (recording || now - advanced < stuck); ++number) {
        now += period;
        const Frame frame{imageFrom(scene.performance->next(0.001 * static_cast<double>(period.count()))), now, number};
        const LivenessCheck::Step step = check.see(frame);
        scene.performance->hear(step.hint);
        if (step.advanced)
            advanced = now;
        if (step.usable && (!taken || now - *taken >= frameSpacing)) {
            taken = now;
            ++frames;
        }
        if (step.over && step.hint.empty() && step.progress >= 1 && frames >= wantedFrames)
            break;
    }
    return check.result();
}

/// A photograph of somebody who speaks, looks elsewhere or has the eyes shut makes no scene: whoever plays it cannot do
/// anything about it. The conditions of the scene are not part of this.
bool postureFits(FaceEngine& engine, LivenessModels& models, const cv::Mat& portrait)
{
    const Image image = imageFrom(portrait);
    const Result<Face> face = engine.singleFace(image);
    if (!face)
        return false;
    const FaceMesh mesh = models.mesher->fit(image, *face);
    const QualityPolicy policy;
    const HeadPose pose = mesh.pose();
    return mesh.eyeOpenness() >= policy.leastEyesOpen && mesh.mouthOpenness() <= policy.largestMouthOpen &&
           std::abs(pose.yaw) < policy.largestYaw && std::abs(pose.pitch) < policy.largestPitch;
}

/// One line for each scene, so that a run can be taken up again: species, name, the scores out of bounds, the plan, all
/// scores.
void write(std::ostream& stream, const ClipVerdict& verdict, const ChallengePlan& plan)
{
    stream << verdict.species << '\t' << verdict.clip << '\t';
    for (const LivenessScore& score : verdict.result.scores)
        stream << (score.acceptable() ? "" : score.name + ' ');
    stream << '\t' << plan.text() << '\t';
    for (const auto& [name, value] : verdict.result.values())
        stream << name << '=' << value << ' ';
    stream << std::endl;
}

std::vector<ClipVerdict> readVerdicts(const std::string& file)
{
    std::vector<ClipVerdict> verdicts;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        std::istringstream fields(line);
        ClipVerdict verdict;
        std::string outside;
        std::getline(fields, verdict.species, '\t');
        std::getline(fields, verdict.clip, '\t');
        std::getline(fields, outside, '\t');
        // What is out of bounds is all the table needs.
        std::istringstream names(outside);
        for (std::string name; names >> name;)
            verdict.result.scores.push_back({name, 1, 0, 0});
        verdict.result.scores.push_back({"frames", 0, 0, 0});
        verdicts.push_back(std::move(verdict));
    }
    return verdicts;
}

void print(const std::map<std::string, SpeciesErrors>& all)
{
    for (const auto& [species, errors] : all) {
        std::printf("%-14s %s %5.1f %% (<= %.1f %%)  %d of %d\n", species.c_str(),
                    species == bonaFide ? "BPCER" : "APCER", 100 * errors.rate(), 100 * errors.upperBound(),
                    errors.errors, errors.clips);
        for (const auto& [score, count] : errors.caughtBy)
            std::printf("    first caught by %-26s %d\n", score.c_str(), count);
        for (const auto& [defence, count] : errors.errorsWithout)
            std::printf("    errors without %-27s %d\n", defence.c_str(), count);
    }
}

/// Plays what is not yet in the file of scores.
int playSpecies(FaceEngine& engine, LivenessModels& models, const Options& options, const char* yunet,
                const std::string& species, int count)
{
    std::set<std::string> known;
    for (const ClipVerdict& each : readVerdicts(options.scores))
        known.insert(each.species + ' ' + each.clip);
    std::ofstream scores(options.scores, std::ios::app);
    stage::Casting casting(options.photographs, yunet, options.half, options.seed);
    std::mt19937 random(options.seed);
    int unfit = 0;
    for (int done = 0; done < count;) {
        const auto scene = casting.next(species);
        if (!scene) {
            std::fprintf(stderr, "%s: no people left after %d\n", species.c_str(), done);
            break;
        }
        const ChallengePlan plan = ChallengePlan::draw(ChallengeStyle::Full, [&] { return random(); });
        if (known.contains(species + ' ' + scene->name)) {
            ++done;
            continue;
        }
        if (!postureFits(engine, models, scene->portrait)) {
            ++unfit;
            continue;
        }
        const ClipVerdict verdict{species, scene->name, play(engine, models, plan, *scene)};
        write(scores, verdict, plan);
        ++done;
    }
    return unfit;
}

int measure(const Options& options, const char* yunet)
{
    const auto engine = FaceEngine::load(defaultModelFolder());
    const auto models = LivenessModels::load(defaultModelFolder());
    if (!engine || !models) {
        std::fprintf(stderr, "the face models are missing: run the set-up\n");
        return 2;
    }
    for (const auto& [species, count] : options.species) {
        const int unfit = playSpecies(**engine, **models, options, yunet, species, count);
        std::fprintf(stderr, "%s: %d photographs left out for their posture\n", species.c_str(), unfit);
    }
    print(countErrors(readVerdicts(options.scores)));
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const auto options = parse(std::span(argv + 1, static_cast<std::size_t>(argc - 1)));
    const char* yunet = std::getenv("CHINHCHU_YUNET");
    if (!options || !yunet) {
        std::fprintf(stderr, "CHINHCHU_YUNET=FILE measure_attacks [--half development|reporting] [--seed N] "
                             "--scores FILE PHOTOS SPECIES=COUNT...\n");
        return 2;
    }
    try {
        return measure(*options, yunet);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
