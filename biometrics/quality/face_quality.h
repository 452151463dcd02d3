#pragma once

#include "biometrics/detection/face_mesh.h"
#include "biometrics/face_engine.h"

#include <optional>
#include <string>
#include <vector>

namespace chinhchu::biometrics {

/// What to tell the person: one at a time, the first that helps most. The texts are the user interface's.
enum class QualityHint
{
    None,
    ComeCloser,
    MoveBack,
    StandAlone,
    LookStraight,
    HoldStill,
    MoreLight,
    LessLight,
    EvenLight,
    OpenEyes,
    CloseMouth,
    UncoverFace,
};

/// Stable name for JSON and the evidence, for example "COME_CLOSER".
std::string hintName(QualityHint hint);

/// One measured property. The names are those of the quality components of ISO/IEC 29794-5, in snake case.
struct QualityMeasure
{
    std::string name;
    double value = 0;
    double lowest = 0;  ///< acceptable from here
    double highest = 0; ///< to here
    QualityHint hint = QualityHint::None;

    [[nodiscard]] bool acceptable() const { return value >= lowest && value <= highest; }
};

/// Bounds by policy; these are the built-in defaults for a live frame. Values in the units of the measures.
struct QualityPolicy
{
    double smallestEyeDistance = 60;  ///< pixels
    double largestEyeDistance = 400;  ///< pixels
    double largestYaw = 20;           ///< degrees, either way
    double largestPitch = 25;         ///< degrees, either way
    double largestRoll = 25;          ///< degrees, either way
    double leastSharpness = 40;       ///< see measureQuality
    double leastLuminance = 50;       ///< mean of 0-255 in the face
    double largestLuminance = 215;    ///< mean of 0-255 in the face
    double leastContrast = 18;        ///< standard deviation in the face
    double largestOverExposure = 0.1; ///< share of the face
    double leastUniformity = 0.35;    ///< left against right half, 1 alike
    double leastEyesOpen = 0.15;      ///< height over width
    double largestMouthOpen = 0.35;   ///< height over width
    double largestBystander = 0.4;    ///< width of the next face over this one's

    /// For the chip's photograph: it cannot be taken again, so only what makes it unusable is refused.
    static QualityPolicy forChipPhoto();
};

struct FaceQuality
{
    std::vector<QualityMeasure> measures;

    [[nodiscard]] bool acceptable() const;
    /// The hint of the first measure that is not acceptable.
    [[nodiscard]] QualityHint hint() const;
    /// 0-1: how far the worst measures stay from their bounds; to rank frames that are all acceptable.
    [[nodiscard]] double score() const;
};

/// Measures the largest of @p faces in @p image. Without a @p mesh, pose is estimated from five points and eyes and
/// mouth are not measured. Sharpness is the deviation of the second derivative over that of the luminance, per mille,
/// with 96 pixels between the eyes, in the direction (across or down) that has least of it: bad focus and motion both
/// lower it.
FaceQuality measureQuality(const Image& image, const std::vector<Face>& faces, const FaceMesh* mesh = nullptr,
                           const QualityPolicy& policy = {});

} // namespace chinhchu::biometrics
