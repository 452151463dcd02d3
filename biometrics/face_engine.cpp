#include "biometrics/face_engine.h"

#include "biometrics/detection/face_detector.h"
#include "biometrics/image_bridge.h"
#include "biometrics/matching/embedding_net.h"
#include "biometrics/matching/face_recipe.h"
#include "biometrics/matching/template_algebra.h"
#include "biometrics/models/model_store.h"

#include <cmath>

namespace chinhchu::biometrics {

namespace {

constexpr char landmarkFile[] = "shape_predictor_5_face_landmarks.dat";
constexpr char networkFile[] = "dlib_face_recognition_resnet_model_v1.dat";

// Below this the 150-pixel chip of the network is mostly interpolation.
constexpr double smallestEyeDistance = 24;
// A face this much smaller than the largest is somebody passing behind, not a second person at the kiosk.
constexpr float bystanderRatio = 0.4F;

class ModelFaceEngine final : public FaceEngine
{
public:
    ModelFaceEngine(std::unique_ptr<FaceDetector> detector, std::unique_ptr<EmbeddingNet> network)
        : m_detector(std::move(detector))
        , m_network(std::move(network))
        , m_modelSha256(findModel(networkFile)->sha256)
    {
    }

    std::vector<Face> detect(const Image& image) override
    {
        if (image.empty())
            return {};
        return m_detector->detect(viewOf(image));
    }

    Result<Face> singleFace(const Image& image) override
    {
        const std::vector<Face> faces = detect(image);
        if (faces.empty())
            return fail(FailureCode::FaceNotFound);
        if (faces.size() > 1 && faces[1].width > bystanderRatio * faces[0].width)
            return fail(FailureCode::FaceNotAlone, std::to_string(faces.size()) + " faces");
        if (faces[0].eyeDistance() < smallestEyeDistance)
            return fail(FailureCode::FaceQualityPoor, "eye distance " + std::to_string(faces[0].eyeDistance()));
        return faces[0];
    }

    FaceTemplate embed(const Image& image, const Face& face) override
    {
        if (image.empty() || face.landmarks.size() != 5)
            return {};
        return m_network->embed(viewOf(image), face);
    }

    MatchResult match(const FaceTemplate& photo, const std::vector<FaceTemplate>& live) override
    {
        MatchResult result;
        result.recipe = defaultRecipe().name;
        result.threshold = defaultRecipe().threshold;
        result.modelSha256 = m_modelSha256;
        result.distance = cosineDistance(photo, meanOf(live));
        result.match = result.distance <= result.threshold;
        result.falseMatchRate = falseMatchRateAt(result.distance);
        return result;
    }

    const std::string& modelSha256() const override { return m_modelSha256; }

private:
    std::unique_ptr<FaceDetector> m_detector;
    std::unique_ptr<EmbeddingNet> m_network;
    std::string m_modelSha256;
};

} // namespace

double Face::eyeDistance() const
{
    if (landmarks.size() != 5)
        return 0;
    // Points 0 and 1 are the corners of one eye, 2 and 3 those of the other.
    const double dx = (landmarks[0].x + landmarks[1].x - landmarks[2].x - landmarks[3].x) / 2.0;
    const double dy = (landmarks[0].y + landmarks[1].y - landmarks[2].y - landmarks[3].y) / 2.0;
    return std::hypot(dx, dy);
}

Result<std::unique_ptr<FaceEngine>> FaceEngine::load(const std::filesystem::path& folder)
{
    const auto landmarks = readModel(folder, landmarkFile);
    if (!landmarks)
        return tl::unexpected(landmarks.error());
    const auto network = readModel(folder, networkFile);
    if (!network)
        return tl::unexpected(network.error());
    auto detector = FaceDetector::fromModel(*landmarks);
    if (!detector)
        return tl::unexpected(detector.error());
    auto embedding = EmbeddingNet::fromModel(*network);
    if (!embedding)
        return tl::unexpected(embedding.error());
    return std::make_unique<ModelFaceEngine>(std::move(*detector), std::move(*embedding));
}

} // namespace chinhchu::biometrics
