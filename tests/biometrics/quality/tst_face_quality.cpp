#include "biometrics/quality/face_quality.h"
#include "biometrics/quality/frame_choice.h"
#include "tests/biometrics/demo_photographs.h"

#include <opencv2/imgproc.hpp>

#include <functional>

using namespace chinhchu;
using namespace chinhchu::biometrics;

namespace {

Image changed(const Image& image, const std::function<void(cv::Mat&)>& change)
{
    Image result = image;
    cv::Mat view(result.height, result.width, CV_8UC3, result.pixels.data());
    cv::Mat copy = view.clone();
    change(copy);
    copy.copyTo(view);
    return result;
}

double valueOf(const FaceQuality& quality, const std::string& name)
{
    for (const QualityMeasure& measure : quality.measures) {
        if (measure.name == name)
            return measure.value;
    }
    return -1;
}

FaceTemplate direction(float x, float y)
{
    return {{x, y}};
}

} // namespace

class tst_FaceQuality : public QObject
{
    Q_OBJECT

    Image m_holder;
    std::vector<Face> m_faces;

    FaceQuality measured(const Image& image) { return measureQuality(image, m_faces); }

private slots:
    void initTestCase()
    {
        SKIP_WITHOUT_MODELS();
        SKIP_WITHOUT_DEMO_PHOTOGRAPHS();
        m_holder = *loadPicture(demo::path(demo::holder));
        m_faces = (*FaceEngine::load(defaultModelFolder()))->detect(m_holder);
        QCOMPARE(m_faces.size(), std::size_t(1));
    }

    void measure_withGoodFrame_isAcceptable()
    {
        const FaceQuality quality = measured(m_holder);
        QVERIFY2(quality.acceptable(), qPrintable(QString::fromStdString(hintName(quality.hint()))));
        QVERIFY(quality.score() > 0);
    }

    void measure_withBlur_asksToHoldStill_data()
    {
        QTest::addColumn<bool>("motion");
        QTest::newRow("focus, sigma 6") << false;
        QTest::newRow("motion, 31 pixels") << true;
    }

    void measure_withBlur_asksToHoldStill()
    {
        QFETCH(bool, motion);
        const Image blurred = changed(m_holder, [motion](cv::Mat& picture) {
            if (motion)
                cv::blur(picture, picture, {31, 1});
            else
                cv::GaussianBlur(picture, picture, {}, 6);
        });
        const FaceQuality quality = measured(blurred);
        QVERIFY2(quality.hint() == QualityHint::HoldStill,
                 qPrintable(QString::number(valueOf(quality, "sharpness")) + " instead of " +
                            QString::number(valueOf(measured(m_holder), "sharpness"))));
    }

    void measure_withDarkOrBurntPicture_asksForOtherLight()
    {
        const FaceQuality dark = measured(changed(m_holder, [](cv::Mat& picture) { picture *= 0.15; }));
        const FaceQuality burnt =
            measured(changed(m_holder, [](cv::Mat& picture) { picture.convertTo(picture, -1, 3, 120); }));
        QCOMPARE(dark.hint(), QualityHint::MoreLight);
        QCOMPARE(burnt.hint(), QualityHint::LessLight);
    }

    void measure_withSmallFace_asksToComeCloser()
    {
        std::vector<Face> small = m_faces;
        for (Point& point : small[0].landmarks)
            point = {point.x / 3, point.y / 3};
        const Image image =
            changed(m_holder, [](cv::Mat& picture) { cv::resize(picture, picture, {}, 1 / 3.0, 1 / 3.0); });
        QCOMPARE(measureQuality(image, small).hint(), QualityHint::ComeCloser);
    }

    void measure_withSecondFace_asksToStandAlone()
    {
        std::vector<Face> two = m_faces;
        two.push_back(m_faces[0]);
        QCOMPARE(measureQuality(m_holder, two).hint(), QualityHint::StandAlone);
    }

    void measure_withNobody_isNotAcceptable()
    {
        QVERIFY(!measureQuality(m_holder, {}).acceptable());
        QVERIFY(!measureQuality({}, m_faces).acceptable());
    }

    void chooseFrames_withNearlyEqualFrames_takesDifferentOnes()
    {
        const std::vector<FrameCandidate> candidates{
            {0.9, direction(1, 0)}, {0.89, direction(1, 0.01F)}, {0.5, direction(0, 1)}, {0.0, direction(-1, 0)}};
        QCOMPARE(chooseFrames(candidates, 2), (std::vector<std::size_t>{0, 2}));
        QCOMPARE(chooseFrames(candidates, 9).size(), std::size_t(4));
        QVERIFY(chooseFrames({}, 5).empty());
    }
};

QTEST_APPLESS_MAIN(tst_FaceQuality)
#include "tst_face_quality.moc"
