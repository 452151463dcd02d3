#include "biometrics/quality/face_quality.h"

#include "biometrics/quality/face_pixels.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace chinhchu::biometrics {

namespace {

constexpr double unbounded = std::numeric_limits<double>::max();

/// From five points: the nose base leaves the middle of the eyes as the head turns.
HeadPose roughPose(const Face& face)
{
    const auto& p = face.landmarks;
    const double leftX = (p[0].x + p[1].x) / 2, leftY = (p[0].y + p[1].y) / 2; // of the person
    const double rightX = (p[2].x + p[3].x) / 2, rightY = (p[2].y + p[3].y) / 2;
    const double dx = leftX - rightX, dy = leftY - rightY;
    const double distance = std::max(std::hypot(dx, dy), 1.0);
    const double noseX = p[4].x - (leftX + rightX) / 2, noseY = p[4].y - (leftY + rightY) / 2;
    const double along = (noseX * dx + noseY * dy) / (distance * distance);
    constexpr double toDegrees = 180 / std::numbers::pi;
    // The nose base lies about 0.6 eye distances in front of the eyes' axis of turning.
    constexpr double noseDepth = 0.6;
    return {std::asin(std::clamp(along / noseDepth, -1.0, 1.0)) * toDegrees, 0, std::atan2(dy, dx) * toDegrees};
}

void addPose(FaceQuality& quality, const HeadPose& pose, const QualityPolicy& policy)
{
    const auto add = [&](const char* name, double value, double largest) {
        quality.measures.push_back({name, value, -largest, largest, QualityHint::LookStraight});
    };
    add("head_pose_angle_frontal_alignment_yaw", pose.yaw, policy.largestYaw);
    add("head_pose_angle_frontal_alignment_pitch", pose.pitch, policy.largestPitch);
    add("head_pose_angle_frontal_alignment_roll", pose.roll, policy.largestRoll);
}

void addLight(FaceQuality& quality, const FacePixels& pixels, const QualityPolicy& policy)
{
    auto& list = quality.measures;
    const QualityHint level =
        pixels.luminanceMean() < policy.leastLuminance ? QualityHint::MoreLight : QualityHint::LessLight;
    list.push_back({"luminance_mean", pixels.luminanceMean(), policy.leastLuminance, policy.largestLuminance, level});
    list.push_back(
        {"over_exposure_prevention", pixels.overExposed(), 0, policy.largestOverExposure, QualityHint::LessLight});
    list.push_back({"illumination_uniformity", pixels.uniformity(), policy.leastUniformity, 1, QualityHint::EvenLight});
    list.push_back(
        {"luminance_variance", pixels.luminanceDeviation(), policy.leastContrast, unbounded, QualityHint::EvenLight});
    list.push_back({"sharpness", pixels.sharpness(), policy.leastSharpness, unbounded, QualityHint::HoldStill});
}

} // namespace

QualityPolicy QualityPolicy::forChipPhoto()
{
    QualityPolicy policy;
    policy.smallestEyeDistance = 30;
    policy.largestEyeDistance = 2000;
    policy.largestYaw = policy.largestPitch = 35;
    policy.largestRoll = 50;
    policy.leastSharpness = 15;
    policy.leastLuminance = 30;
    policy.largestLuminance = 235;
    policy.leastContrast = 10;
    policy.largestOverExposure = 0.3;
    policy.leastUniformity = 0.15;
    policy.leastEyesOpen = 0;
    policy.largestMouthOpen = 2;
    return policy;
}

bool FaceQuality::acceptable() const
{
    return !measures.empty() &&
           std::all_of(measures.begin(), measures.end(), [](const auto& measure) { return measure.acceptable(); });
}

QualityHint FaceQuality::hint() const
{
    for (const QualityMeasure& measure : measures) {
        if (!measure.acceptable())
            return measure.hint;
    }
    return QualityHint::None;
}

double FaceQuality::score() const
{
    double score = measures.empty() ? 0 : 1;
    for (const QualityMeasure& measure : measures) {
        const bool twoSided = measure.highest < unbounded && measure.lowest > -unbounded;
        const double range = twoSided ? measure.highest - measure.lowest : measure.lowest;
        const double inside = std::min(measure.value - measure.lowest, measure.highest - measure.value);
        score *= range > 0 ? std::clamp(0.5 + inside / range, 0.0, 1.0) : 1;
    }
    return score;
}

FaceQuality measureQuality(const Image& image, const std::vector<Face>& faces, const FaceMesh* mesh,
                           const QualityPolicy& policy)
{
    FaceQuality quality;
    if (image.empty() || faces.empty() || faces[0].landmarks.size() != 5)
        return quality;
    const Face& face = faces[0];
    auto& list = quality.measures;
    const double bystander = faces.size() > 1 ? faces[1].width / std::max(face.width, 1.0F) : 0;
    list.push_back({"single_face_present", bystander, 0, policy.largestBystander, QualityHint::StandAlone});
    const QualityHint distance =
        face.eyeDistance() < policy.smallestEyeDistance ? QualityHint::ComeCloser : QualityHint::MoveBack;
    list.push_back(
        {"inter_eye_distance", face.eyeDistance(), policy.smallestEyeDistance, policy.largestEyeDistance, distance});
    if (mesh)
        list.push_back({"face_occlusion_prevention", mesh->confidence, 0.5, 1, QualityHint::UncoverFace});
    addPose(quality, mesh ? mesh->pose() : roughPose(face), policy);
    addLight(quality, FacePixels(image, face), policy);
    if (mesh) {
        list.push_back({"eyes_open", mesh->eyeOpenness(), policy.leastEyesOpen, 2, QualityHint::OpenEyes});
        list.push_back({"mouth_closed", mesh->mouthOpenness(), 0, policy.largestMouthOpen, QualityHint::CloseMouth});
    }
    return quality;
}

std::string hintName(QualityHint hint)
{
    constexpr const char* names[] = {"NONE",          "COME_CLOSER", "MOVE_BACK",   "STAND_ALONE",
                                     "LOOK_STRAIGHT", "HOLD_STILL",  "MORE_LIGHT",  "LESS_LIGHT",
                                     "EVEN_LIGHT",    "OPEN_EYES",   "CLOSE_MOUTH", "UNCOVER_FACE"};
    return names[static_cast<std::size_t>(hint)];
}

} // namespace chinhchu::biometrics
