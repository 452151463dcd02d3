#include "biometrics/matching/embedding_net.h"

#include <dlib/dnn.h>
#include <dlib/image_processing.h>
#include <dlib/image_transforms.h>
#include <dlib/opencv.h>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <sstream>

namespace chinhchu::biometrics {

namespace {

// The architecture is fixed by the weights: dlib_face_recognition_resnet_model_v1, a ResNet with 29 convolutions
// (Davis King, dlib.net/dnn_face_recognition_ex.cpp, public domain as CC0 like the model).
template <template <int, template <typename> class, int, typename> class Block, int N, template <typename> class Norm,
          typename Below>
using Residual = dlib::add_prev1<Block<N, Norm, 1, dlib::tag1<Below>>>;

template <template <int, template <typename> class, int, typename> class Block, int N, template <typename> class Norm,
          typename Below>
using ResidualDown =
    dlib::add_prev2<dlib::avg_pool<2, 2, 2, 2, dlib::skip1<dlib::tag2<Block<N, Norm, 2, dlib::tag1<Below>>>>>>;

template <int N, template <typename> class Norm, int Stride, typename Below>
using Block = Norm<dlib::con<N, 3, 3, 1, 1, dlib::relu<Norm<dlib::con<N, 3, 3, Stride, Stride, Below>>>>>;

template <int N, typename Below>
using Level = dlib::relu<Residual<Block, N, dlib::affine, Below>>;
template <int N, typename Below>
using LevelDown = dlib::relu<ResidualDown<Block, N, dlib::affine, Below>>;

template <typename Below>
using Level0 = LevelDown<256, Below>;
template <typename Below>
using Level1 = Level<256, Level<256, LevelDown<256, Below>>>;
template <typename Below>
using Level2 = Level<128, Level<128, LevelDown<128, Below>>>;
template <typename Below>
using Level3 = Level<64, Level<64, Level<64, LevelDown<64, Below>>>>;
template <typename Below>
using Level4 = Level<32, Level<32, Level<32, Below>>>;

constexpr unsigned chipSize = 150;
// The padding the network was trained with, and two more for the mean of three crops.
constexpr std::array paddings{0.25, 0.18, 0.33};

using Network = dlib::loss_metric<dlib::fc_no_bias<
    128,
    dlib::avg_pool_everything<Level0<Level1<Level2<Level3<Level4<dlib::max_pool<
        3, 3, 2, 2, dlib::relu<dlib::affine<dlib::con<32, 7, 7, 2, 2, dlib::input_rgb_image_sized<chipSize>>>>>>>>>>>>>;

using Chip = dlib::matrix<dlib::rgb_pixel>;

/// The surroundings of a face, enlarged so far that landmarks in whole pixels (dlib knows no others) lay it straight.
struct Enlarged
{
    cv::Mat bgr;
    double scale = 1;
    cv::Point origin;
};

Enlarged enlarge(const cv::Mat& bgr, const Face& face)
{
    constexpr double wantedEyeDistance = 120, largestScale = 4;
    const double scale = std::clamp(wantedEyeDistance / std::max(face.eyeDistance(), 1.0), 1.0, largestScale);
    if (scale <= 1)
        return {bgr, 1, {}};
    const cv::Rect whole(0, 0, bgr.cols, bgr.rows);
    const auto margin = static_cast<int>(face.width);
    const cv::Rect around(static_cast<int>(face.x) - margin, static_cast<int>(face.y) - margin,
                          static_cast<int>(face.width) + 2 * margin, static_cast<int>(face.height) + 2 * margin);
    const cv::Rect part = around & whole;
    if (part.area() == 0)
        return {bgr, 1, {}};
    Enlarged result{{}, scale, part.tl()};
    cv::resize(bgr(part), result.bgr, {}, scale, scale, cv::INTER_CUBIC);
    return result;
}

/// The face laid straight, once for each of the first @p count paddings.
std::vector<Chip> alignedChips(const cv::Mat& bgr, const Face& face, std::size_t count)
{
    const Enlarged source = enlarge(bgr, face);
    // OpenCV scales about the corner of the first pixel, not its centre.
    const double centre = (source.scale - 1) / 2;
    const auto place = [&](const Point& point) {
        return dlib::point(std::lround((point.x - source.origin.x) * source.scale + centre),
                           std::lround((point.y - source.origin.y) * source.scale + centre));
    };
    std::vector<dlib::point> parts;
    for (const Point& point : face.landmarks)
        parts.push_back(place(point));
    const dlib::rectangle box(place({face.x, face.y}), place({face.x + face.width, face.y + face.height}));
    std::vector<dlib::chip_details> details;
    for (std::size_t i = 0; i < count; ++i)
        details.push_back(dlib::get_face_chip_details(dlib::full_object_detection(box, parts), chipSize, paddings[i]));
    dlib::array<Chip> chips;
    dlib::extract_image_chips(dlib::cv_image<dlib::bgr_pixel>(source.bgr), details, chips);
    return {chips.begin(), chips.end()};
}

class DlibEmbeddingNet final : public EmbeddingNet
{
public:
    explicit DlibEmbeddingNet(const std::string& model)
    {
        std::istringstream stream(model);
        dlib::deserialize(m_network, stream);
    }

    std::vector<cv::Mat> align(const cv::Mat& bgr, const Face& face, Crops crops) const override
    {
        std::vector<cv::Mat> pictures;
        for (Chip& chip : alignedChips(bgr, face, crops == Crops::One ? 1 : paddings.size())) {
            cv::Mat straight = dlib::toMat(chip).clone(), mirrored;
            cv::flip(straight, mirrored, 1);
            pictures.push_back(std::move(straight));
            pictures.push_back(std::move(mirrored));
        }
        return pictures;
    }

    FaceTemplate embedAligned(const cv::Mat& rgb) override
    {
        const auto& output = m_network(Chip(dlib::mat(dlib::cv_image<dlib::rgb_pixel>(rgb))));
        return {{output.begin(), output.end()}};
    }

private:
    Network m_network;
};

} // namespace

Result<std::unique_ptr<EmbeddingNet>> EmbeddingNet::fromModel(const std::string& model)
{
    try {
        return std::make_unique<DlibEmbeddingNet>(model);
    } catch (const std::exception& error) {
        return fail(FailureCode::ModelHashMismatch, std::string("face recognition network: ") + error.what());
    }
}

} // namespace chinhchu::biometrics
