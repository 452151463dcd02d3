#pragma once

#include "biometrics/detection/face_mesh.h"
#include "biometrics/face_engine.h"

#include <optional>

namespace chinhchu::biometrics {

/// One face of one frame with its mesh.
struct FollowedFace
{
    Face face;
    FaceMesh mesh;
    bool detected = false; ///< the detector found it in this very frame; else it is where the mesh went
};

/// Follows one face from frame to frame: the detector, which costs most, looks only now and then, and the mesh follows
/// in between, also where the head is turned too far for the detector.
class FaceFollower
{
public:
    FaceFollower(FaceEngine& engine, FaceMesher& mesher)
        : m_engine(engine)
        , m_mesher(mesher)
    {
    }

    /// FACE_NOT_FOUND, FACE_NOT_ALONE, FACE_QUALITY_POOR (too small).
    Result<FollowedFace> see(const Image& image);

    /// How often the face went and another was found somewhere else.
    [[nodiscard]] int jumps() const { return m_jumps; }

private:
    Result<FollowedFace> detect(const Image& image);
    [[nodiscard]] std::optional<FollowedFace> follow(const Image& image) const;
    void remember(const FollowedFace& seen);

    FaceEngine& m_engine;
    FaceMesher& m_mesher;
    std::optional<Face> m_expected; ///< where the mesh is to look in the next frame
    std::optional<Face> m_lastSeen;
    double m_boxOverMesh = 1, m_offsetX = 0, m_offsetY = 0; ///< the detector's box as seen from the mesh
    int m_sinceDetection = 0, m_jumps = 0;
};

} // namespace chinhchu::biometrics
