#include "biometrics/detection/face_mesh.h"

#include "biometrics/detection/graph_net.h"
#include "biometrics/image_bridge.h"
#include "biometrics/models/model_store.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <numbers>

namespace chinhchu::biometrics {

namespace {

constexpr int inputSide = 192;
constexpr int pointCount = 468;
// The network was trained on squares half as large again as the face.
constexpr double surroundings = 1.5;

// Points of MediaPipe's mesh. "Right" is the person's right, left in the picture.
constexpr std::size_t rightEyeOuter = 33, leftEyeOuter = 263, forehead = 10, chin = 152;

double degrees(double radians)
{
    return radians * 180 / std::numbers::pi;
}

double length(const Point3& vector)
{
    return std::sqrt(vector.x * vector.x + vector.y * vector.y + vector.z * vector.z);
}

Point3 between(const Point3& from, const Point3& to)
{
    return {to.x - from.x, to.y - from.y, to.z - from.z};
}

class GraphFaceMesher final : public FaceMesher
{
public:
    explicit GraphFaceMesher(cv::dnn::Net net)
        : m_net(std::move(net))
    {
        m_net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    }

    FaceMesh fit(const Image& image, const Face& face) override
    {
        if (image.empty() || face.landmarks.size() != 5)
            return {};
        const cv::Mat toInput = cropFor(face);
        cv::Mat input;
        cv::warpAffine(viewOf(image), input, toInput, {inputSide, inputSide}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
        m_net.setInput(cv::dnn::blobFromImage(input, 1.0 / 255, {}, {}, true));
        std::vector<cv::Mat> outputs;
        m_net.forward(outputs, std::vector<cv::String>{"StatefulPartitionedCall/model_1/output_mesh/Reshape",
                                                       "StatefulPartitionedCall/model_1/output_faceflag/Reshape"});
        return meshOf(outputs[0], outputs[1].ptr<float>()[0], toInput);
    }

private:
    /// Turns the picture so that the eyes lie level and the face fills two thirds of the square.
    static cv::Mat cropFor(const Face& face)
    {
        const auto& eye = face.landmarks;
        // dlib's points 0 and 1 lie on the person's left eye: right in the picture.
        const double dx = eye[0].x + eye[1].x - eye[2].x - eye[3].x;
        const double dy = eye[0].y + eye[1].y - eye[2].y - eye[3].y;
        const double side = std::max(face.width, face.height) * surroundings;
        const cv::Point2f centre(face.x + face.width / 2, face.y + face.height / 2);
        cv::Mat transform = cv::getRotationMatrix2D(centre, degrees(std::atan2(dy, dx)), inputSide / side);
        transform.at<double>(0, 2) += inputSide / 2.0 - centre.x;
        transform.at<double>(1, 2) += inputSide / 2.0 - centre.y;
        return transform;
    }

    static FaceMesh meshOf(const cv::Mat& output, double confidence, const cv::Mat& toInput)
    {
        cv::Mat back;
        cv::invertAffineTransform(toInput, back);
        const double scale = std::hypot(back.at<double>(0, 0), back.at<double>(1, 0));
        FaceMesh mesh;
        mesh.confidence = confidence;
        const auto* values = output.ptr<float>();
        for (int i = 0; i < pointCount; ++i, values += 3) {
            const auto at = [&](int row) {
                return static_cast<float>(back.at<double>(row, 0) * values[0] + back.at<double>(row, 1) * values[1] +
                                          back.at<double>(row, 2));
            };
            mesh.points.push_back({at(0), at(1), static_cast<float>(values[2] * scale)});
        }
        return mesh;
    }

    cv::dnn::Net m_net;
};

double openness(const FaceMesh& mesh, const std::size_t (&eye)[6])
{
    const auto distance = [&](int a, int b) { return length(between(mesh.points[eye[a]], mesh.points[eye[b]])); };
    return (distance(1, 5) + distance(2, 4)) / (2 * distance(0, 3));
}

} // namespace

HeadPose FaceMesh::pose() const
{
    if (points.size() != pointCount)
        return {};
    const Point3 across = between(points[rightEyeOuter], points[leftEyeOuter]);
    const Point3 down = between(points[forehead], points[chin]);
    HeadPose pose;
    pose.yaw = degrees(std::asin(across.z / length(across)));
    pose.pitch = degrees(std::asin(-down.z / length(down)));
    pose.roll = degrees(std::atan2(across.y, across.x));
    return pose;
}

double FaceMesh::eyeOpenness() const
{
    constexpr std::size_t right[6] = {33, 160, 158, 133, 153, 144};
    constexpr std::size_t left[6] = {362, 385, 387, 263, 373, 380};
    return points.size() == pointCount ? (openness(*this, right) + openness(*this, left)) / 2 : 0;
}

double FaceMesh::mouthOpenness() const
{
    if (points.size() != pointCount)
        return 0;
    constexpr std::size_t upper = 13, lower = 14, rightCorner = 78, leftCorner = 308;
    return length(between(points[upper], points[lower])) / length(between(points[rightCorner], points[leftCorner]));
}

Result<std::unique_ptr<FaceMesher>> FaceMesher::load(const std::filesystem::path& folder)
{
    const auto graph = readModel(folder, "facemesh.json");
    if (!graph)
        return tl::unexpected(graph.error());
    const auto weights = readModel(folder, "facemesh.bin");
    if (!weights)
        return tl::unexpected(weights.error());
    auto net = buildGraphNet(*graph, *weights);
    if (!net)
        return tl::unexpected(net.error());
    return std::make_unique<GraphFaceMesher>(std::move(*net));
}

} // namespace chinhchu::biometrics
