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

// Each crop and its mirror image: one for each of two networks, or three for one.
constexpr std::size_t picturesOfTwoOpinions = 4, picturesOfOneOpinion = 6;

/// Pictures that still have to go through a network, and what came of the others.
struct Opinion
{
    std::vector<cv::Mat> left;
    std::vector<FaceTemplate> made;
};

class TwoOpinions final : public EmbeddingInParts
{
public:
    /// Keeps a copy of the picture until the first part has laid the face straight.
    TwoOpinions(EmbeddingNet& network, SecondEmbedding* secondNetwork, double secondWeight, const Image& image, Face face)
        : m_network(network)
        , m_second(secondNetwork)
        , m_secondWeight(secondWeight)
        , m_face(std::move(face))
    {
        if (!image.empty() && m_face.landmarks.size() == 5)
            m_image = image;
    }

    [[nodiscard]] std::size_t partsLeft() const override
    {
        const std::size_t pictures = m_second ? picturesOfTwoOpinions : picturesOfOneOpinion;
        return (m_image.empty() ? 0 : 1 + pictures) + m_firstOpinion.left.size() + m_secondOpinion.left.size();
    }

    void doPart() override
    {
        if (!m_image.empty()) {
            layStraight();
            return;
        }
        Opinion& opinion = m_firstOpinion.left.empty() ? m_secondOpinion : m_firstOpinion;
        if (opinion.left.empty())
            return;
        const cv::Mat& picture = opinion.left.back();
        opinion.made.push_back(&opinion == &m_firstOpinion ? m_network.embedAligned(picture)
                                                           : m_second->embedAligned(picture));
        opinion.left.pop_back();
    }

    [[nodiscard]] FaceTemplate result() const override
    {
        if (partsLeft() > 0)
            return {};
        const FaceTemplate first = meanOf(m_firstOpinion.made);
        return m_second ? fused(first, meanOf(m_secondOpinion.made), m_secondWeight) : first;
    }

private:
    void layStraight()
    {
        const cv::Mat bgr = viewOf(m_image);
        // The second opinion gives more than more crops, and costs less.
        m_firstOpinion.left =
            m_network.align(bgr, m_face, m_second ? EmbeddingNet::Crops::One : EmbeddingNet::Crops::Three);
        if (m_second)
            m_secondOpinion.left = m_second->align(bgr, m_face);
        m_image = {};
    }

    EmbeddingNet& m_network;
    SecondEmbedding* m_second; // none: one opinion only
    double m_secondWeight;
    Image m_image;
    Face m_face;
    Opinion m_firstOpinion, m_secondOpinion;
};

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

    std::unique_ptr<EmbeddingInParts> beginEmbedding(const Image& image, const Face& face) override
    {
        return std::make_unique<TwoOpinions>(*m_network, m_second.get(), m_recipe.secondWeight, image, face);
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

FaceTemplate FaceEngine::embed(const Image& image, const Face& face)
{
    const auto work = beginEmbedding(image, face);
    while (work->partsLeft() > 0)
        work->doPart();
    return work->result();
}

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
