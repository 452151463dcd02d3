#pragma once

#include "biometrics/face_engine.h"
#include "resources/base/failure.h"

#include <memory>
#include <string>
#include <vector>

namespace cv {
class Mat;
}

namespace chinhchu::biometrics {

/// fr_feature.onnx: 512 numbers from a face of 112 x 112 pixels laid on the template of ArcFace (Deng et al., 2019).
/// What it was trained with is not known, so it is heard beside the first embedding and never alone.
class SecondEmbedding
{
public:
    /// From the bytes of the model; MODEL_HASH_MISMATCH when they are no such network.
    static Result<std::unique_ptr<SecondEmbedding>> fromModel(const std::string& model);
    virtual ~SecondEmbedding() = default;

    /// The face laid straight as the network wants it, and its mirror image: 112 x 112, BGR.
    virtual std::vector<cv::Mat> align(const cv::Mat& bgr, const Face& face) const = 0;

    /// What the network makes of one aligned picture. The template of a face is the mean over its pictures.
    virtual FaceTemplate embedAligned(const cv::Mat& bgr) = 0;
};

} // namespace chinhchu::biometrics
