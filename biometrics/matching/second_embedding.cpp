#include "biometrics/matching/second_embedding.h"

#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

#include <array>

namespace chinhchu::biometrics {

namespace {

constexpr int side = 112;
// Eye centres of the ArcFace template; the third point is the base of the nose, which the template does not have:
// measured as the mean place of dlib's fifth point in faces laid by their eyes.
const std::array<cv::Point2d, 3> target{{{38.2946, 51.6963}, {73.5318, 51.5014}, {56.0252, 76.0}}};

/// The rotation, scale and shift that bring the three points nearest to their places (least squares).
cv::Mat layingStraight(const Face& face)
{
    const auto& p = face.landmarks;
    const std::array<cv::Point2d, 3> source{{{(p[2].x + p[3].x) / 2.0, (p[2].y + p[3].y) / 2.0},
                                             {(p[0].x + p[1].x) / 2.0, (p[0].y + p[1].y) / 2.0},
                                             {p[4].x, p[4].y}}};
    const cv::Point2d sourceMean = (source[0] + source[1] + source[2]) / 3;
    const cv::Point2d targetMean = (target[0] + target[1] + target[2]) / 3;
    double cosine = 0, sine = 0, size = 0;
    for (std::size_t i = 0; i < source.size(); ++i) {
        const cv::Point2d from = source[i] - sourceMean, to = target[i] - targetMean;
        cosine += from.dot(to);
        sine += from.cross(to);
        size += from.dot(from);
    }
    const double a = cosine / std::max(size, 1e-6), b = sine / std::max(size, 1e-6);
    return (cv::Mat_<double>(2, 3) << a, -b, targetMean.x - a * sourceMean.x + b * sourceMean.y, b, a,
            targetMean.y - b * sourceMean.x - a * sourceMean.y);
}

class OnnxSecondEmbedding final : public SecondEmbedding
{
public:
    explicit OnnxSecondEmbedding(cv::dnn::Net net)
        : m_net(std::move(net))
    {
        m_net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    }

    std::vector<cv::Mat> align(const cv::Mat& bgr, const Face& face) const override
    {
        cv::Mat straight, mirrored;
        cv::warpAffine(bgr, straight, layingStraight(face), {side, side});
        cv::flip(straight, mirrored, 1);
        return {straight, mirrored};
    }

    FaceTemplate embedAligned(const cv::Mat& straight) override
    {
        m_net.setInput(cv::dnn::blobFromImage(straight, 1.0 / 128, {side, side}, cv::Scalar::all(127)));
        const cv::Mat output = m_net.forward();
        const auto* values = output.ptr<float>();
        return {{values, values + output.total()}};
    }

private:
    cv::dnn::Net m_net;
};

} // namespace

Result<std::unique_ptr<SecondEmbedding>> SecondEmbedding::fromModel(const std::string& model)
{
    try {
        return std::make_unique<OnnxSecondEmbedding>(cv::dnn::readNetFromONNX(model.data(), model.size()));
    } catch (const std::exception& error) {
        return fail(FailureCode::ModelHashMismatch, std::string("second embedding: ") + error.what());
    }
}

} // namespace chinhchu::biometrics
