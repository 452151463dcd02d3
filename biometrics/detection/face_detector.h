#pragma once

#include "biometrics/face_engine.h"
#include "resources/base/failure.h"

#include <memory>
#include <string>

namespace cv {
class Mat;
}

namespace chinhchu::biometrics {

/// dlib's HOG detector for frontal faces with the five-point landmark predictor.
class FaceDetector
{
public:
    /// From the bytes of shape_predictor_5_face_landmarks.dat; MODEL_HASH_MISMATCH when they are no such predictor.
    static Result<std::unique_ptr<FaceDetector>> fromModel(const std::string& landmarkModel);
    virtual ~FaceDetector() = default;

    /// Faces with landmarks above the confidence floor, largest first.
    /// Searches a picture of about 640 pixels, small photographs enlarged; searches finer only when that finds nothing.
    virtual std::vector<Face> detect(const cv::Mat& bgr) = 0;
};

} // namespace chinhchu::biometrics
