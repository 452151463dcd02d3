#include "biometrics/detection/face_mesh.h"
#include "biometrics/detection/graph_net.h"
#include "tests/biometrics/demo_photographs.h"

#include <opencv2/imgproc.hpp>

using namespace chinhchu;
using namespace chinhchu::biometrics;

namespace {

std::filesystem::path sharedFolder()
{
    const char* folder = std::getenv("CHINHCHU_SHARED");
    return folder ? folder : std::filesystem::path(CHINHCHU_SOURCE_DIR) / ".." / "shared";
}

Image mirrored(const Image& image)
{
    Image result = image;
    cv::Mat view(result.height, result.width, CV_8UC3, result.pixels.data());
    cv::flip(view.clone(), view, 1);
    return result;
}

} // namespace

class tst_FaceMesh : public QObject
{
    Q_OBJECT

    std::unique_ptr<FaceMesher> m_mesher;

private slots:
    void initTestCase()
    {
        auto mesher = FaceMesher::load(defaultModelFolder());
        if (!mesher && mesher.error().code == FailureCode::ModelMissing)
            QSKIP("needs the face mesh: run the set-up");
        QVERIFY2(mesher.has_value(), mesher ? "" : mesher.error().detail.c_str());
        m_mesher = std::move(*mesher);
    }

    void buildGraphNet_comparedWithAnotherConversion_givesTheSamePoints()
    {
        const auto reference = sharedFolder() / "models" / "facemesh-reference.onnx";
        if (!std::filesystem::exists(reference))
            QSKIP("needs facemesh-reference.onnx");
        auto own = buildGraphNet(*readModel(defaultModelFolder(), "facemesh.json"),
                                 *readModel(defaultModelFolder(), "facemesh.bin"));
        auto other = cv::dnn::readNetFromONNX(reference.string());
        cv::Mat picture(192, 192, CV_8UC3);
        cv::theRNG().state = 7;
        cv::randu(picture, 0, 255);
        const cv::Mat input = cv::dnn::blobFromImage(picture, 1.0 / 255);

        own->setInput(input);
        other.setInput(input);
        const cv::Mat a = own->forward("StatefulPartitionedCall/model_1/output_mesh/Reshape").reshape(1, 1);
        std::vector<cv::Mat> b;
        other.forward(b, other.getUnconnectedOutLayersNames());

        QCOMPARE(a.total(), std::size_t(468 * 3));
        QVERIFY(cv::norm(a, b[0].reshape(1, 1), cv::NORM_INF) < 0.01);
    }

    void buildGraphNet_withCutWeights_refuses()
    {
        auto weights = *readModel(defaultModelFolder(), "facemesh.bin");
        weights.resize(weights.size() / 2);
        QVERIFY(!buildGraphNet(*readModel(defaultModelFolder(), "facemesh.json"), weights));
        QVERIFY(!buildGraphNet("{", weights));
    }

    void fit_withFaceAndItsMirrorImage_turnsTheOtherWay()
    {
        SKIP_WITHOUT_MODELS();
        SKIP_WITHOUT_DEMO_PHOTOGRAPHS();
        const auto engine = FaceEngine::load(defaultModelFolder());
        const Image image = *loadPicture(demo::path("sample1.jpg#340,300,420,560")); // looks to one side
        const Image mirror = mirrored(image);

        const FaceMesh one = m_mesher->fit(image, *(*engine)->singleFace(image));
        const FaceMesh other = m_mesher->fit(mirror, *(*engine)->singleFace(mirror));

        QVERIFY(one.confidence > 0.9);
        QVERIFY(std::abs(one.pose().yaw) > 10);
        QVERIFY(std::abs(one.pose().yaw + other.pose().yaw) < 6);
        QVERIFY(std::abs(one.pose().pitch - other.pose().pitch) < 4);
        QVERIFY(one.eyeOpenness() > 0.15);
    }

    void fit_whereNoFaceIs_hasNoConfidence()
    {
        Image wall{300, 300, Bytes(300 * 300 * 3, 90)};
        Face face{100, 100, 100, 100, 1, {{180, 130}, {160, 130}, {120, 130}, {140, 130}, {150, 160}}};
        QVERIFY(m_mesher->fit(wall, face).confidence < 0.5);
    }

    void pose_withoutPoints_isNothing()
    {
        QCOMPARE(FaceMesh().pose().yaw, 0.0);
        QCOMPARE(FaceMesh().eyeOpenness(), 0.0);
    }
};

QTEST_APPLESS_MAIN(tst_FaceMesh)
#include "tst_face_mesh.moc"
