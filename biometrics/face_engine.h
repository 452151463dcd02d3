#pragma once

#include "biometrics/image.h"
#include "resources/base/failure.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace chinhchu::biometrics {

struct Point
{
    float x = 0;
    float y = 0;
};

/// A face found in a picture, in its pixels.
struct Face
{
    float x = 0, y = 0, width = 0, height = 0;
    double confidence = 0;
    /// Eye corners and nose base, dlib's five-point order; used for alignment.
    std::vector<Point> landmarks;
    /// Distance between the eye centres, pixels.
    [[nodiscard]] double eyeDistance() const;
};

/// An embedding: comparable only with those of the same model and recipe. Biometric data: wiped when given back.
struct FaceTemplate
{
    std::vector<float, WipingAllocator<float>> values;
};

/// One embedding in parts, so that no frame of a camera has to wait for all of it. Holds a copy of the picture at first,
/// then the aligned pictures, and refers to the engine that began it.
class EmbeddingInParts
{
public:
    virtual ~EmbeddingInParts() = default;

    [[nodiscard]] virtual std::size_t partsLeft() const = 0;
    /// One part: the face laid straight, or one picture through one network.
    virtual void doPart() = 0;
    /// What embed() gives of the same picture and face; empty as long as parts are left.
    [[nodiscard]] virtual FaceTemplate result() const = 0;
};

/// The result of one comparison with everything the carrier needs to judge it.
struct MatchResult
{
    double distance = 0;  ///< smaller is more alike; see `recipe` for the metric
    double threshold = 0; ///< at most this distance is a match
    bool match = false;
    double falseMatchRate = 0; ///< measured FMR at this distance; 0 where unknown
    std::string recipe;        ///< for example "dlib-resnet-v1/cosine+mirror"
    std::string modelSha256;   ///< of both models, joined by '+', where two are fused
};

/// Whether the second embedding is fused with the first where its model is there.
enum class SecondOpinion
{
    WherePresent,
    Without
};

/// Detection, alignment and embedding with loaded models. Calls are independent; one thread at a time.
class FaceEngine
{
public:
    /// Loads the models of @p folder by the manifest; MODEL_MISSING and MODEL_HASH_MISMATCH name the file.
    /// Templates of engines with and without the second opinion cannot be compared.
    static Result<std::unique_ptr<FaceEngine>> load(const std::filesystem::path& folder,
                                                    SecondOpinion opinion = SecondOpinion::WherePresent);
    virtual ~FaceEngine() = default;

    /// All faces above the confidence floor, largest first. May be empty.
    virtual std::vector<Face> detect(const Image& image) = 0;

    /// The one face that a check may use: FACE_NOT_FOUND, FACE_NOT_ALONE or FACE_QUALITY_POOR say why there is none.
    virtual Result<Face> singleFace(const Image& image) = 0;

    /// Costs no more than a copy; the rest is up to the caller. Never null.
    virtual std::unique_ptr<EmbeddingInParts> beginEmbedding(const Image& image, const Face& face) = 0;

    /// All parts at once.
    FaceTemplate embed(const Image& image, const Face& face);

    /// One or several live templates of one person against the chip's photograph.
    virtual MatchResult match(const FaceTemplate& photo, const std::vector<FaceTemplate>& live) = 0;

    [[nodiscard]] virtual const std::string& modelSha256() const = 0;
};

/// JPEG, JPEG 2000 (JP2 or raw codestream) or PNG to pixels, within limits (at most 4096 x 4096); PHOTO_UNDECODABLE.
Result<Image> decodeImage(ByteView encoded);

/// JPEG of the picture, for the evidence. Quality 0-100.
Result<Bytes> encodeJpeg(const Image& image, int quality);

} // namespace chinhchu::biometrics
