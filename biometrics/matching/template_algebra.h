#pragma once

#include "biometrics/face_engine.h"

namespace chinhchu::biometrics {

/// Each template scaled to length 1, added, and the sum scaled to length 1. Empty for no or unlike templates.
FaceTemplate meanOf(const std::vector<FaceTemplate>& templates);

/// One minus the cosine of the angle between them: 0 alike, 1 unrelated, at most 2. 2 where they cannot be compared.
double cosineDistance(const FaceTemplate& a, const FaceTemplate& b);

} // namespace chinhchu::biometrics
