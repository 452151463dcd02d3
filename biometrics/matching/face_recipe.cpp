#include "biometrics/matching/face_recipe.h"

#include <cmath>

namespace chinhchu::biometrics {

// All distances here were measured with tests/biometrics/measure_faces on LFW, one picture a probe (5.6 million
// impostor pairs). Frames of one session are not independent pictures: the threshold for one picture holds for their
// mean.

const FaceRecipe& singleRecipe()
{
    static const FaceRecipe recipe{
        "dlib-resnet-v1/5-point/cosine+mirror",
        0,
        0.0568,
        {{{1e-5, 0.0472}, {1e-4, 0.0568}, {1e-3, 0.0711}, {1e-2, 0.0895}}},
    };
    return recipe;
}

const FaceRecipe& fusedRecipe()
{
    static const FaceRecipe recipe{
        "dlib-resnet-v1+fr-feature-0.25/5-point/cosine+mirror",
        0.25,
        0.2010,
        {{{1e-5, 0.1791}, {1e-4, 0.2010}, {1e-3, 0.2295}, {1e-2, 0.2653}}},
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
