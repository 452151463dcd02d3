#pragma once

#include "biometrics/face_engine.h"

namespace chinhchu::biometrics {

/// Each template scaled to length 1, added, and the sum scaled to length 1. Empty for no or unlike templates.
FaceTemplate meanOf(const std::vector<FaceTemplate>& templates);

/// Both opinions as one template of length 1, so that its cosine distance is the weighted mean of the two distances.
/// @p secondWeight is the share of the second, 0 to 1. Empty when either is.
FaceTemplate fused(const FaceTemplate& first, const FaceTemplate& second, double secondWeight);

/// One minus the cosine of the angle between them: 0 alike, 1 unrelated, at most 2. 2 where they cannot be compared.
double cosineDistance(const FaceTemplate& a, const FaceTemplate& b);

} // namespace chinhchu::biometrics
