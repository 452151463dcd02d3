#include "biometrics/matching/face_recipe.h"

#include <cmath>

namespace chinhchu::biometrics {

// Measured on LFW, one picture a probe, 3356 pictures of 1758 people, 5.6 million impostor pairs (FIGURES.md):
//   measure_faces [--single] DIR 1 3
// The mean of several independent pictures needs less distance for the same rate (1e-4 at 0.0466 for three); frames of
// one session are not independent pictures and lie between.

const FaceRecipe& singleRecipe()
{
    static const FaceRecipe recipe{
        "dlib-resnet-v1/5-point/3-crops/cosine+mirror",
        0,
        0.0536,
        {{{1e-5, 0.0438}, {1e-4, 0.0536}, {1e-3, 0.0669}, {1e-2, 0.0847}}},
    };
    return recipe;
}

const FaceRecipe& fusedRecipe()
{
    static const FaceRecipe recipe{
        "dlib-resnet-v1+fr-feature-0.25/5-point/cosine+mirror",
        0.25,
        0.2012,
        {{{1e-5, 0.1796}, {1e-4, 0.2012}, {1e-3, 0.2295}, {1e-2, 0.2653}}},
    };
    return recipe;
}

double FaceRecipe::falseMatchRateAt(double distance) const
{
    if (distance <= measured.front().distance)
        return measured.front().falseMatchRate;
    for (std::size_t i = 1; i < measured.size(); ++i) {
        const Measured &low = measured[i - 1], &high = measured[i];
        if (distance <= high.distance) {
            const double part = (distance - low.distance) / (high.distance - low.distance);
            const double ratio = high.falseMatchRate / low.falseMatchRate;
            return low.falseMatchRate * std::pow(ratio, part);
        }
    }
    return 1;
}

} // namespace chinhchu::biometrics
