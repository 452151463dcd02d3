#pragma once

#include <string>

namespace chinhchu::biometrics {

/// A threshold means something only for one embedding made in one way: this names the way and what was measured with
/// it.
struct FaceRecipe
{
    std::string name;
    double threshold = 0; ///< distance at most this: a match, unless policy says otherwise
};

/// The recipe that FaceEngine uses.
const FaceRecipe& defaultRecipe();

/// The measured false match rate at @p distance under the default recipe, interpolated on a logarithmic scale between
/// the measured points; never below the smallest rate that the number of pairs could show.
double falseMatchRateAt(double distance);

} // namespace chinhchu::biometrics
