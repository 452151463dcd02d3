#pragma once

#include "biometrics/face_engine.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace chinhchu::biometrics {

struct Point3
{
    float x = 0;
    float y = 0;
    float z = 0; ///< depth in the same unit as x; nearer is smaller
};

/// Degrees. Yaw: positive when the person turns to their own left, the right of the picture. Pitch: positive when
/// looking up. Roll: positive when the head leans clockwise in the picture.
struct HeadPose
{
    double yaw = 0;
    double pitch = 0;
    double roll = 0;
};

/// 468 points of a face in pixels of the picture (MediaPipe's numbering).
struct FaceMesh
{
    std::vector<Point3> points;
    double confidence = 0; ///< 0-1: that there is a face under the mesh

    [[nodiscard]] HeadPose pose() const;
    /// Height over width of the eye opening, the mean of both eyes (about 0.26 open, below 0.15 closed).
    [[nodiscard]] double eyeOpenness() const;
    /// Height over width of the mouth opening between the lips.
    [[nodiscard]] double mouthOpenness() const;
};

/// The face mesh network. Optional: load() gives MODEL_MISSING where the set-up could not fetch it.
class FaceMesher
{
public:
    static Result<std::unique_ptr<FaceMesher>> load(const std::filesystem::path& folder);
    virtual ~FaceMesher() = default;

    /// The mesh of one face; 3-4 ms. A confidence below 0.5 means: no face there, or one that cannot be seen.
    virtual FaceMesh fit(const Image& image, const Face& face) = 0;
};

} // namespace chinhchu::biometrics
