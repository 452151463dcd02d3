#pragma once

#include "biometrics/evaluation/labelled_faces.h"

#include <vector>

namespace chinhchu::biometrics {

/// One comparison: the people on both sides and how far apart they are.
struct PairScore
{
    float distance = 0;
    int probeIdentity = 0;
    int pictureIdentity = 0;
};

/// All comparisons of a set. Of the impostor pairs only the closest are kept, enough for every rate up to
/// `keptImpostorRate`; the others are only counted.
struct PairScores
{
    std::vector<PairScore> genuine;  ///< sorted by distance
    std::vector<PairScore> impostor; ///< sorted by distance
    std::size_t impostorCount = 0;   ///< kept or not
    /// For each identity, how many probes and pictures it brings: the weights of a bootstrap replicate.
    std::vector<int> probesOf;
    std::vector<int> picturesOf;
    bool symmetric = false; ///< every pair was counted once, not in both directions
};

inline constexpr double keptImpostorRate = 0.1;

PairScores comparePairs(const LabelledFaces& faces, int probePictures);

} // namespace chinhchu::biometrics
