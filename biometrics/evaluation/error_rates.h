#pragma once

#include "biometrics/evaluation/labelled_faces.h"

#include <cstdint>
#include <string>
#include <vector>

namespace chinhchu::biometrics {

/// A rate with its 95 % confidence interval, by bootstrap over identities.
struct MeasuredRate
{
    double value = 0;
    double low = 0;
    double high = 0;
};

/// One line of the table: the threshold that keeps the false match rate, and what it costs the rightful.
struct OperatingPoint
{
    double falseMatchRate = 0; ///< asked for
    double threshold = 0;
    MeasuredRate falseNonMatchRate;
    /// Fewer than 30 impostor pairs pass: the number of pairs is too small to speak about this rate.
    bool enoughPairs = true;
};

/// A point of the detection error trade-off curve (ISO/IEC 19795-1).
struct DetPoint
{
    double threshold = 0;
    double falseMatchRate = 0;
    double falseNonMatchRate = 0;
};

struct ErrorRates
{
    std::string recipe;
    int probePictures = 1; ///< how many pictures are averaged into one probe
    int identities = 0;
    int pictures = 0;
    int notDetected = 0;
    std::size_t genuinePairs = 0;
    std::size_t impostorPairs = 0;
    std::vector<OperatingPoint> points; ///< for 1e-2, 1e-3, 1e-4, 1e-5
    std::vector<DetPoint> det;
};

/// All pictures against all probes. A probe is the mean of @p probePictures pictures of one person; it is never
/// compared with a picture it is made of. People with too few pictures still serve as the other side of impostor pairs.
/// @p bootstraps replicates draw whole people with replacement, from the given @p seed, so that the table is
/// repeatable.
ErrorRates measureErrorRates(const LabelledFaces& faces, int probePictures = 1, int bootstraps = 200,
                             std::uint32_t seed = 1);

/// The DET curve as an SVG picture, both axes logarithmic; one curve for each of @p rates, named by its recipe.
std::string detCurveSvg(const std::vector<ErrorRates>& rates);

} // namespace chinhchu::biometrics
