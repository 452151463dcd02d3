#include "biometrics/detection/face_detector.h"

#include <dlib/image_processing.h>
#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/opencv.h>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <sstream>

namespace chinhchu::biometrics {

namespace {

// Measured on LFW: below this, boxes that hold no face begin to appear, and those match each other.
constexpr double confidenceFloor = 0.1;
constexpr int coarseSide = 640;
constexpr int fineSide = 1280;
constexpr double largestEnlargement = 4;
// The detector wants to see some of what surrounds the face; tightly cut photographs are given a margin.
constexpr int tightPicture = 400;

struct Search
{
    cv::Mat grey;
    double scale = 1;
    int margin = 0; ///< in pixels of the original
};

Search prepare(const cv::Mat& grey, int side)
{
    Search search;
    cv::Mat source = grey;
    if (std::max(grey.cols, grey.rows) < tightPicture) {
        search.margin = std::max(grey.cols, grey.rows) / 6;
        cv::copyMakeBorder(grey, source, search.margin, search.margin, search.margin, search.margin,
                           cv::BORDER_REPLICATE);
    }
    search.scale = std::min(largestEnlargement, static_cast<double>(side) / std::max(source.cols, source.rows));
    const int method = search.scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR;
    cv::resize(source, search.grey, {}, search.scale, search.scale, method);
    return search;
}

class HogFaceDetector final : public FaceDetector
{
public:
    explicit HogFaceDetector(const std::string& landmarkModel)
        : m_hog(dlib::get_frontal_face_detector())
    {
        std::istringstream stream(landmarkModel);
        dlib::deserialize(m_landmarks, stream);
    }

    std::vector<Face> detect(const cv::Mat& bgr) override
    {
        cv::Mat grey;
        cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
        std::vector<Face> faces = search(prepare(grey, coarseSide), grey);
        if (faces.empty() && std::max(grey.cols, grey.rows) > coarseSide)
            faces = search(prepare(grey, fineSide), grey);
        std::sort(faces.begin(), faces.end(), [](const Face& a, const Face& b) { return a.width > b.width; });
        return faces;
    }

private:
    std::vector<Face> search(const Search& where, const cv::Mat& grey)
    {
        std::vector<dlib::rect_detection> found;
        m_hog(dlib::cv_image<unsigned char>(where.grey), found, confidenceFloor);
        std::vector<Face> faces;
        for (const dlib::rect_detection& detection : found)
            faces.push_back(withLandmarks(detection, where, grey));
        return faces;
    }

    Face withLandmarks(const dlib::rect_detection& detection, const Search& where, const cv::Mat& grey)
    {
        // The predictor answers in whole pixels: on an enlarged picture that is finer than on the small original.
        const bool enlarged = where.scale > 1;
        const double scale = where.scale;
        const double shrink = enlarged ? 1 : scale;
        const double shift = enlarged ? 0 : where.margin;
        const auto inLandmarkPicture = [&](long value) { return std::lround(value / shrink - shift); };
        const dlib::rectangle box(inLandmarkPicture(detection.rect.left()), inLandmarkPicture(detection.rect.top()),
                                  inLandmarkPicture(detection.rect.right()),
                                  inLandmarkPicture(detection.rect.bottom()));
        const auto shape = m_landmarks(dlib::cv_image<unsigned char>(enlarged ? where.grey : grey), box);

        const auto original = [&](long value) { return static_cast<float>(value / scale - where.margin); };
        Face face;
        face.x = original(detection.rect.left());
        face.y = original(detection.rect.top());
        face.width = static_cast<float>(detection.rect.width() / scale);
        face.height = static_cast<float>(detection.rect.height() / scale);
        face.confidence = detection.detection_confidence;
        for (unsigned long i = 0; i < shape.num_parts(); ++i) {
            const auto part = shape.part(i);
            const Point exact{static_cast<float>(part.x()), static_cast<float>(part.y())};
            face.landmarks.push_back(enlarged ? Point{original(part.x()), original(part.y())} : exact);
        }
        return face;
    }

    dlib::frontal_face_detector m_hog;
    dlib::shape_predictor m_landmarks;
};

} // namespace

Result<std::unique_ptr<FaceDetector>> FaceDetector::fromModel(const std::string& landmarkModel)
{
    try {
        return std::make_unique<HogFaceDetector>(landmarkModel);
    } catch (const std::exception& error) {
        return fail(FailureCode::ModelHashMismatch, std::string("landmark predictor: ") + error.what());
    }
}

} // namespace chinhchu::biometrics
