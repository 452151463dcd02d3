#include "biometrics/liveness/face_follower.h"

#include <algorithm>
#include <cmath>

namespace chinhchu::biometrics {

namespace {

constexpr int detectEvery = 5;
constexpr double leastConfidence = 0.5;
constexpr double smallestEyeDistance = 24;
constexpr float bystanderRatio = 0.4F;

struct Bounds
{
    double x = 0, y = 0, side = 0; ///< middle, and the larger of width and height
};

Bounds boundsOf(const FaceMesh& mesh)
{
    const auto [left, right] = std::minmax_element(mesh.points.begin(), mesh.points.end(),
                                                   [](const Point3& a, const Point3& b) { return a.x < b.x; });
    const auto [top, bottom] = std::minmax_element(mesh.points.begin(), mesh.points.end(),
                                                   [](const Point3& a, const Point3& b) { return a.y < b.y; });
    return {(left->x + right->x) / 2.0, (top->y + bottom->y) / 2.0,
            std::max<double>(right->x - left->x, bottom->y - top->y)};
}

/// dlib's five points out of the mesh: corners of the person's left eye, of the right one, base of the nose.
std::vector<Point> fivePoints(const FaceMesh& mesh)
{
    std::vector<Point> points;
    for (const std::size_t i : {263, 362, 33, 133, 2})
        points.push_back({mesh.points[i].x, mesh.points[i].y});
    return points;
}

bool overlap(const Face& a, const Face& b)
{
    return std::abs(a.x + a.width / 2 - b.x - b.width / 2) < 0.6F * std::max(a.width, b.width) &&
           std::abs(a.y + a.height / 2 - b.y - b.height / 2) < 0.6F * std::max(a.height, b.height);
}

} // namespace

Result<FollowedFace> FaceFollower::see(const Image& image)
{
    if (m_expected && ++m_sinceDetection < detectEvery) {
        if (std::optional<FollowedFace> followed = follow(image)) {
            remember(*followed);
            return *std::move(followed);
        }
    }
    m_sinceDetection = 0;
    Result<FollowedFace> detected = detect(image);
    const bool elsewhere = detected && m_lastSeen && !overlap(detected->face, *m_lastSeen);
    const bool notFound = !detected && detected.error().code == FailureCode::FaceNotFound;
    // A second mesh in one frame is paid for only where it decides something.
    std::optional<FollowedFace> followed = m_expected && (elsewhere || notFound) ? follow(image) : std::nullopt;
    if (elsewhere) {
        // Somebody else is in the picture, and the one who was followed still is: turned away from the detector.
        if (followed)
            return fail(FailureCode::FaceNotAlone);
        ++m_jumps;
    }
    if (notFound && followed) {
        remember(*followed);
        return *std::move(followed);
    }
    if (detected)
        remember(*detected);
    else
        m_expected.reset();
    return detected;
}

Result<FollowedFace> FaceFollower::detect(const Image& image)
{
    const std::vector<Face> faces = m_engine.detect(image);
    if (faces.empty())
        return fail(FailureCode::FaceNotFound);
    if (faces.size() > 1 && faces[1].width > bystanderRatio * faces[0].width)
        return fail(FailureCode::FaceNotAlone, std::to_string(faces.size()) + " faces");
    if (faces[0].eyeDistance() < smallestEyeDistance)
        return fail(FailureCode::FaceQualityPoor, "eye distance " + std::to_string(faces[0].eyeDistance()));
    FollowedFace seen{faces[0], m_mesher.fit(image, faces[0]), true};
    if (seen.mesh.points.empty() || seen.mesh.confidence < leastConfidence)
        return fail(FailureCode::FaceNotFound, "the mesh finds no face");
    const Bounds bounds = boundsOf(seen.mesh);
    if (bounds.side <= 0)
        return fail(FailureCode::FaceNotFound, "the mesh finds no face");
    m_boxOverMesh = seen.face.width / bounds.side;
    m_offsetX = (seen.face.x + seen.face.width / 2 - bounds.x) / bounds.side;
    m_offsetY = (seen.face.y + seen.face.height / 2 - bounds.y) / bounds.side;
    return seen;
}

std::optional<FollowedFace> FaceFollower::follow(const Image& image) const
{
    FollowedFace seen{*m_expected, m_mesher.fit(image, *m_expected), false};
    const bool lost = seen.mesh.points.empty() || seen.mesh.confidence < leastConfidence;
    return lost ? std::nullopt : std::optional(std::move(seen));
}

void FaceFollower::remember(const FollowedFace& seen)
{
    const Bounds bounds = boundsOf(seen.mesh);
    Face next;
    next.width = next.height = static_cast<float>(bounds.side * m_boxOverMesh);
    next.x = static_cast<float>(bounds.x + m_offsetX * bounds.side) - next.width / 2;
    next.y = static_cast<float>(bounds.y + m_offsetY * bounds.side) - next.height / 2;
    next.confidence = seen.face.confidence;
    next.landmarks = fivePoints(seen.mesh);
    m_lastSeen = next;
    m_expected = std::move(next);
}

} // namespace chinhchu::biometrics
