#include "biometrics/face_engine.h"

#include "biometrics/detection/face_detector.h"
#include "biometrics/image_bridge.h"
#include "biometrics/matching/embedding_net.h"
#include "biometrics/matching/face_recipe.h"
#include "biometrics/matching/second_embedding.h"
#include "biometrics/matching/template_algebra.h"
#include "biometrics/models/model_store.h"

#include <cmath>

namespace chinhchu::biometrics {

namespace {

constexpr char landmarkFile[] = "shape_predictor_5_face_landmarks.dat";
constexpr char networkFile[] = "dlib_face_recognition_resnet_model_v1.dat";
constexpr char secondFile[] = "fr_feature.onnx";

// Below this the 150-pixel chip of the network is mostly interpolation.
constexpr double smallestEyeDistance = 24;
// A face this much smaller than the largest is somebody passing behind, not a second person at the kiosk.
constexpr float bystanderRatio = 0.4F;

class ModelFaceEngine final : public FaceEngine
{
public:
    ModelFaceEngine(std::unique_ptr<FaceDetector> detector, std::unique_ptr<EmbeddingNet> network,
                    std::unique_ptr<SecondEmbedding> second)
        : m_detector(std::move(detector))
        , m_network(std::move(network))
        , m_second(std::move(second))
        , m_recipe(m_second ? fusedRecipe() : singleRecipe())
        , m_modelSha256(findModel(networkFile)->sha256)
    {
        if (m_second)
            m_modelSha256 += "+" + findModel(secondFile)->sha256;
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
        if (!m_second)
            return m_network->embed(viewOf(image), face, EmbeddingNet::Crops::Three);
        // The second opinion gives more than more crops, and costs less.
        const FaceTemplate first = m_network->embed(viewOf(image), face, EmbeddingNet::Crops::One);
        return fused(first, m_second->embed(viewOf(image), face), m_recipe.secondWeight);
    }

    MatchResult match(const FaceTemplate& photo, const std::vector<FaceTemplate>& live) override
    {
        MatchResult result;
        result.recipe = m_recipe.name;
        result.threshold = m_recipe.threshold;
        result.modelSha256 = m_modelSha256;
        result.distance = cosineDistance(photo, meanOf(live));
        result.match = result.distance <= result.threshold;
        result.falseMatchRate = m_recipe.falseMatchRateAt(result.distance);
        return result;
    }

    const std::string& modelSha256() const override { return m_modelSha256; }

private:
    std::unique_ptr<FaceDetector> m_detector;
    std::unique_ptr<EmbeddingNet> m_network;
    std::unique_ptr<SecondEmbedding> m_second; // none: one opinion only
    const FaceRecipe& m_recipe;
    std::string m_modelSha256;
};

/// None where it is not wanted or not there; a file that is there and wrong is a failure.
Result<std::unique_ptr<SecondEmbedding>> loadSecondOpinion(const std::filesystem::path& folder, SecondOpinion opinion)
{
    if (opinion == SecondOpinion::Without)
        return nullptr;
    const auto model = readModel(folder, secondFile);
    if (!model && model.error().code == FailureCode::ModelMissing)
        return nullptr;
    if (!model)
        return tl::unexpected(model.error());
    return SecondEmbedding::fromModel(*model);
}

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

Result<std::unique_ptr<FaceEngine>> FaceEngine::load(const std::filesystem::path& folder, SecondOpinion opinion)
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
    auto second = loadSecondOpinion(folder, opinion);
    if (!second)
        return tl::unexpected(second.error());
    return std::make_unique<ModelFaceEngine>(std::move(*detector), std::move(*embedding), std::move(*second));
}

} // namespace chinhchu::biometrics
