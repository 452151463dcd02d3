#include "biometrics/quality/frame_choice.h"

#include "biometrics/matching/template_algebra.h"

#include <algorithm>

namespace chinhchu::biometrics {

std::vector<std::size_t> chooseFrames(const std::vector<FrameCandidate>& candidates, std::size_t count)
{
    std::vector<std::size_t> chosen;
    // Distance of each candidate from the nearest chosen one.
    std::vector<double> novelty(candidates.size(), 1);
    while (chosen.size() < std::min(count, candidates.size())) {
        std::size_t best = 0;
        double bestWorth = -1;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const bool taken = std::find(chosen.begin(), chosen.end(), i) != chosen.end();
            const double worth = candidates[i].quality * novelty[i];
            if (!taken && worth > bestWorth) {
                bestWorth = worth;
                best = i;
            }
        }
        chosen.push_back(best);
        for (std::size_t i = 0; i < candidates.size(); ++i)
            novelty[i] = std::min(novelty[i], cosineDistance(candidates[i].face, candidates[best].face));
    }
    return chosen;
}

} // namespace chinhchu::biometrics
