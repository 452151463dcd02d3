#include "biometrics/evaluation/error_rates.h"

#include "biometrics/evaluation/pair_scores.h"

#include <algorithm>
#include <array>
#include <random>

namespace chinhchu::biometrics {

namespace {

constexpr std::array<double, 4> ratesAskedFor{1e-2, 1e-3, 1e-4, 1e-5};
constexpr double fewestImpostors = 30;

/// How often each identity is drawn in a replicate; all ones for the measurement itself.
using Weights = std::vector<double>;

double impostorWeight(const PairScores& scores, const Weights& weights)
{
    double probes = 0, pictures = 0, same = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        probes += weights[i] * scores.probesOf[i];
        pictures += weights[i] * scores.picturesOf[i];
        same += weights[i] * weights[i] * scores.probesOf[i] * scores.picturesOf[i];
    }
    return (probes * pictures - same) / (scores.symmetric ? 2 : 1);
}

double weightOf(const PairScore& score, const Weights& weights)
{
    return weights[static_cast<std::size_t>(score.probeIdentity)] *
           weights[static_cast<std::size_t>(score.pictureIdentity)];
}

/// The largest distances at which at most the asked share of impostors is let in.
std::array<double, ratesAskedFor.size()> thresholdsFor(const PairScores& scores, const Weights& weights)
{
    std::array<double, ratesAskedFor.size()> thresholds{};
    const double total = impostorWeight(scores, weights);
    double passed = 0;
    std::size_t open = ratesAskedFor.size(); // from the strictest to the most lenient
    for (const PairScore& score : scores.impostor) {
        passed += weightOf(score, weights);
        while (open > 0 && passed > ratesAskedFor[open - 1] * total)
            thresholds[--open] = std::nexttoward(score.distance, -1.0F);
        if (open == 0)
            break;
    }
    return thresholds;
}

double falseNonMatchRate(const PairScores& scores, const Weights& weights, double threshold)
{
    // A genuine pair lies within one identity: it is drawn as often as that identity, not as often squared.
    double rejected = 0, total = 0;
    for (const PairScore& score : scores.genuine) {
        const double weight = weights[static_cast<std::size_t>(score.probeIdentity)];
        total += weight;
        if (score.distance > threshold)
            rejected += weight;
    }
    return total > 0 ? rejected / total : 0;
}

Weights drawPeople(std::size_t count, std::mt19937& random)
{
    Weights weights(count);
    std::uniform_int_distribution<std::size_t> anybody(0, count - 1);
    for (std::size_t i = 0; i < count; ++i)
        ++weights[anybody(random)];
    return weights;
}

void addIntervals(ErrorRates& rates, const PairScores& scores, int bootstraps, std::uint32_t seed)
{
    std::mt19937 random(seed);
    std::array<std::vector<double>, ratesAskedFor.size()> replicates;
    for (int i = 0; i < bootstraps; ++i) {
        const Weights weights = drawPeople(scores.picturesOf.size(), random);
        const auto thresholds = thresholdsFor(scores, weights);
        for (std::size_t rate = 0; rate < thresholds.size(); ++rate)
            replicates[rate].push_back(falseNonMatchRate(scores, weights, thresholds[rate]));
    }
    for (std::size_t rate = 0; rate < replicates.size(); ++rate) {
        std::vector<double>& values = replicates[rate];
        if (values.empty())
            continue;
        std::sort(values.begin(), values.end());
        const auto at = [&](double part) { return values[static_cast<std::size_t>(part * double(values.size() - 1))]; };
        rates.points[rate].falseNonMatchRate.low = at(0.025);
        rates.points[rate].falseNonMatchRate.high = at(0.975);
    }
}

std::vector<DetPoint> detOf(const PairScores& scores)
{
    std::vector<DetPoint> curve;
    const double impostors = static_cast<double>(scores.impostorCount);
    const double genuine = static_cast<double>(scores.genuine.size());
    std::size_t accepted = 0;
    // Twenty points to a decade are a smooth curve; the first few impostors stand alone.
    for (double count = 1; count < static_cast<double>(scores.impostor.size());
         count = std::max(count + 1, count * 1.12)) {
        const double threshold = scores.impostor[static_cast<std::size_t>(count)].distance;
        while (accepted < scores.genuine.size() && scores.genuine[accepted].distance < threshold)
            ++accepted;
        curve.push_back({threshold, std::floor(count) / impostors, 1 - static_cast<double>(accepted) / genuine});
    }
    return curve;
}

} // namespace

ErrorRates measureErrorRates(const LabelledFaces& faces, int probePictures, int bootstraps, std::uint32_t seed)
{
    ErrorRates rates;
    rates.recipe = faces.recipe;
    rates.probePictures = probePictures;
    rates.identities = static_cast<int>(faces.identities.size());
    rates.pictures = static_cast<int>(faces.pictures.size());
    rates.notDetected = static_cast<int>(faces.notDetected.size());
    const PairScores scores = comparePairs(faces, probePictures);
    rates.genuinePairs = scores.genuine.size();
    rates.impostorPairs = scores.impostorCount;
    if (scores.genuine.empty() || scores.impostorCount == 0)
        return rates;

    const Weights everybody(scores.picturesOf.size(), 1.0);
    const auto thresholds = thresholdsFor(scores, everybody);
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
        OperatingPoint point{ratesAskedFor[i], thresholds[i], {}, true};
        point.falseNonMatchRate.value = falseNonMatchRate(scores, everybody, thresholds[i]);
        point.enoughPairs = ratesAskedFor[i] * static_cast<double>(scores.impostorCount) >= fewestImpostors;
        rates.points.push_back(point);
    }
    addIntervals(rates, scores, bootstraps, seed);
    rates.det = detOf(scores);
    return rates;
}

} // namespace chinhchu::biometrics
