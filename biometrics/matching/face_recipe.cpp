#include "biometrics/matching/face_recipe.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace chinhchu::biometrics {

namespace {

struct Point
{
    double rate;
    double distance;
};

// First estimate; the full measurement replaces it.
constexpr std::array<Point, 5> measured{{{1e-5, 0.0476}, {1e-4, 0.0574}, {1e-3, 0.0716}, {1e-2, 0.0897}, {1e-1, 0.1300}}};

} // namespace

const FaceRecipe& defaultRecipe()
{
    static const FaceRecipe recipe{"dlib-resnet-v1/5-point/cosine+mirror", measured[1].distance};
    return recipe;
}

double falseMatchRateAt(double distance)
{
    if (distance <= measured.front().distance)
        return measured.front().rate;
    for (std::size_t i = 1; i < measured.size(); ++i) {
        if (distance <= measured[i].distance) {
            const Point& low = measured[i - 1];
            const Point& high = measured[i];
            const double part = (distance - low.distance) / (high.distance - low.distance);
            return std::exp(std::log(low.rate) + part * (std::log(high.rate) - std::log(low.rate)));
        }
    }
    return 1;
}

} // namespace chinhchu::biometrics
