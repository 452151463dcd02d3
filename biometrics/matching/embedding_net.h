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

/// dlib's face recognition ResNet and the five-point alignment it was trained with.
/// The only place that includes dlib's network templates: they cost 20 s and 1 GB to compile.
class EmbeddingNet
{
public:
    /// From the bytes of dlib_face_recognition_resnet_model_v1.dat; MODEL_HASH_MISMATCH when they are no such network.
    static Result<std::unique_ptr<EmbeddingNet>> fromModel(const std::string& model);
    virtual ~EmbeddingNet() = default;

    /// How much of the head's surroundings the network is shown: as it was trained, or a little less and a little more as
    /// well. Three crops cost three times as much and err less.
    enum class Crops
    {
        One,
        Three
    };

    /// The face laid straight as the network wants it, and its mirror image, for each crop: 150 x 150, RGB.
    virtual std::vector<cv::Mat> align(const cv::Mat& bgr, const Face& face, Crops crops) const = 0;

    /// What the network makes of one aligned picture. The template of a face is the mean over its pictures.
    virtual FaceTemplate embedAligned(const cv::Mat& rgb) = 0;
};

} // namespace chinhchu::biometrics
