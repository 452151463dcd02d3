#pragma once

#include "biometrics/detection/face_mesh.h"

namespace chinhchu::biometrics {

/// What two views of one face say about its shape.
struct ViewPair
{
    /// How far the second view is from every picture of a flat thing shown in the first: the root mean square residual
    /// of the best homography, in eye distances.
    double residual = 0;
    /// That part of the residual which a head of this depth leaves when it turns. FIGURES.md has the values of living
    /// heads and of photographs.
    double parallax = 0;
    /// That part of the parallax which no sheet bent around the face leaves: the nose stands out of every cylinder.
    double relief = 0;
    /// How much narrower or lower the second view is: 1 minus the smaller over the larger stretch of the best affine
    /// map. A photograph that is turned becomes narrow although it shows no parallax.
    double foreshortening = 0;
};

/// Compares the points of the mesh that no expression moves (eye corners, nose, temples, cheek bones). Zero for meshes
/// without points.
ViewPair compareViews(const FaceMesh& first, const FaceMesh& second);

} // namespace chinhchu::biometrics
