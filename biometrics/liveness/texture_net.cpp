#include "biometrics/liveness/texture_net.h"

#include "biometrics/image_bridge.h"
#include "biometrics/models/model_store.h"

#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace chinhchu::biometrics {

namespace {

constexpr int inputSide = 80;
// The class "living" of three.
constexpr int aliveClass = 1;

/// A net with the width of view it was trained for, in face boxes.
struct SidedNet
{
    cv::dnn::Net net;
    double view;
};

double aliveBy(SidedNet& sided, const cv::Mat& bgr, const Face& face)
{
    // The nets were trained with boxes that are taller than dlib's square ones.
    const double height = face.height * 1.25, width = face.width;
    const double top = face.y - face.height * 0.2;
    const double view =
        std::min({sided.view, (bgr.cols - 1) / std::max(width, 1.0), (bgr.rows - 1) / std::max(height, 1.0)});
    const double wide = width * view, high = height * view;
    const double left = std::clamp(face.x + width / 2 - wide / 2, 0.0, bgr.cols - wide);
    const double upper = std::clamp(top + height / 2 - high / 2, 0.0, bgr.rows - high);
    const cv::Rect part =
        cv::Rect(static_cast<int>(left), static_cast<int>(upper), static_cast<int>(wide), static_cast<int>(high)) &
        cv::Rect(0, 0, bgr.cols, bgr.rows);
    if (part.area() == 0)
        return 0;
    cv::Mat input;
    cv::resize(bgr(part), input, {inputSide, inputSide});
    sided.net.setInput(cv::dnn::blobFromImage(input));
    const cv::Mat scores = sided.net.forward();
    const float* s = scores.ptr<float>();
    const float most = std::max({s[0], s[1], s[2]});
    const double sum = std::exp(s[0] - most) + std::exp(s[1] - most) + std::exp(s[2] - most);
    return std::exp(s[aliveClass] - most) / sum;
}

class MiniFasNets final : public TextureNet
{
public:
    explicit MiniFasNets(std::vector<SidedNet> nets)
        : m_nets(std::move(nets))
    {
    }

    double alive(const Image& image, const Face& face) override
    {
        if (image.empty() || face.width <= 0 || face.height <= 0)
            return 0;
        const cv::Mat bgr = viewOf(image);
        double sum = 0;
        for (SidedNet& sided : m_nets)
            sum += aliveBy(sided, bgr, face);
        return sum / static_cast<double>(m_nets.size());
    }

private:
    std::vector<SidedNet> m_nets;
};

} // namespace

Result<std::unique_ptr<TextureNet>> TextureNet::load(const std::filesystem::path& folder)
{
    std::vector<SidedNet> nets;
    for (const auto& [file, view] : {std::pair("MiniFASNetV2.onnx", 2.7), std::pair("MiniFASNetV1SE.onnx", 4.0)}) {
        const auto model = readModel(folder, file);
        if (!model)
            return tl::unexpected(model.error());
        try {
            nets.push_back({cv::dnn::readNetFromONNX(model->data(), model->size()), view});
            nets.back().net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        } catch (const std::exception& error) {
            return fail(FailureCode::ModelHashMismatch, std::string(file) + ": " + error.what());
        }
    }
    return std::make_unique<MiniFasNets>(std::move(nets));
}

} // namespace chinhchu::biometrics
