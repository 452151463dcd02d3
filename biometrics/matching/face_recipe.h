#pragma once

#include <array>
#include <string>

namespace chinhchu::biometrics {

/// A threshold means something only for one embedding made in one way: this names the way and what was measured with
/// it.
struct FaceRecipe
{
    /// A false match rate and the largest distance at which it was measured, from the strictest to the most lenient.
    struct Measured
    {
        double falseMatchRate;
        double distance;
    };

    std::string name;
    double secondWeight = 0; ///< share of the second embedding in the distance
    double threshold = 0;    ///< distance at most this: a match, unless policy says otherwise
    std::array<Measured, 4> measured{};

    /// The false match rate at @p distance, interpolated on a logarithmic scale; never below the smallest one measured.
    [[nodiscard]] double falseMatchRateAt(double distance) const;
};

/// dlib's ResNet alone.
const FaceRecipe& singleRecipe();

/// dlib's ResNet with the second embedding, which has a quarter of the say.
const FaceRecipe& fusedRecipe();

} // namespace chinhchu::biometrics
