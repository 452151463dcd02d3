#include "tests/biometrics/demo_photographs.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace chinhchu;
using namespace chinhchu::biometrics;

namespace {

cv::Mat matrixOf(const Image& image)
{
    return cv::Mat(image.height, image.width, CV_8UC3, const_cast<std::uint8_t*>(image.pixels.data())).clone();
}

Bytes asJpeg2000(const cv::Mat& picture, int perMille)
{
    std::vector<std::uint8_t> buffer;
    cv::imencode(".jp2", picture, buffer, {cv::IMWRITE_JPEG2000_COMPRESSION_X1000, perMille});
    return {buffer.begin(), buffer.end()};
}

} // namespace

class tst_FaceEngine : public QObject
{
    Q_OBJECT

    std::unique_ptr<FaceEngine> m_engine;

    Image photograph(const char* name) { return *loadPicture(demo::path(name)); }

    FaceTemplate templateOf(const Image& image) { return m_engine->embed(image, *m_engine->singleFace(image)); }

private slots:
    void initTestCase()
    {
        SKIP_WITHOUT_MODELS();
        SKIP_WITHOUT_DEMO_PHOTOGRAPHS();
        auto engine = FaceEngine::load(defaultModelFolder());
        QVERIFY2(engine.has_value(), engine ? "" : engine.error().detail.c_str());
        m_engine = std::move(*engine);
    }

    void singleFace_withOnePerson_findsTheEyes()
    {
        const auto face = m_engine->singleFace(photograph(demo::chipPhoto));
        QVERIFY(face.has_value());
        QCOMPARE(face->landmarks.size(), std::size_t(5));
        QVERIFY(face->eyeDistance() > 60 && face->eyeDistance() < 110);
    }

    void singleFace_withSeveralPeople_saysNotAlone()
    {
        QCOMPARE(m_engine->singleFace(photograph(demo::severalPeople)).error().code, FailureCode::FaceNotAlone);
    }

    void singleFace_withNobody_saysNotFound()
    {
        Image wall{640, 480, Bytes(640 * 480 * 3, 127)};
        QCOMPARE(m_engine->singleFace(wall).error().code, FailureCode::FaceNotFound);
        QCOMPARE(m_engine->singleFace({}).error().code, FailureCode::FaceNotFound);
    }

    void match_withSamePersonOnTwoPhotographs_matches()
    {
        const MatchResult result =
            m_engine->match(templateOf(photograph(demo::chipPhoto)), {templateOf(photograph(demo::holder))});
        QVERIFY2(result.match, qPrintable(QString::number(result.distance)));
        QVERIFY(result.falseMatchRate > 0 && result.falseMatchRate <= 1e-4);
        QCOMPARE(result.modelSha256, m_engine->modelSha256());
        QVERIFY(!result.recipe.empty());
    }

    void match_withAnotherPerson_doesNotMatch()
    {
        const MatchResult result =
            m_engine->match(templateOf(photograph(demo::chipPhoto)), {templateOf(photograph(demo::otherPerson))});
        QVERIFY2(!result.match, qPrintable(QString::number(result.distance)));
    }

    void match_withNothingLive_doesNotMatch()
    {
        QVERIFY(!m_engine->match(templateOf(photograph(demo::chipPhoto)), {}).match);
        QVERIFY(!m_engine->match({}, {{}}).match);
    }

    void match_withSmallGreyJpeg2000AsTheChipHasIt_stillMatches()
    {
        cv::Mat grey, small;
        cv::cvtColor(matrixOf(photograph(demo::chipPhoto)), grey, cv::COLOR_BGR2GRAY);
        cv::resize(grey, small, {240, 320}, 0, 0, cv::INTER_AREA);
        const Bytes encoded = asJpeg2000(small, 100);
        QVERIFY(encoded.size() < 10'000);

        const auto photo = decodeImage(encoded);
        QVERIFY(photo.has_value());
        const MatchResult result = m_engine->match(templateOf(*photo), {templateOf(photograph(demo::holder))});

        QVERIFY2(result.match, qPrintable(QString::number(result.distance)));
    }

    void match_withoutSecondOpinion_tellsTheSamePeopleApart()
    {
        const auto single = FaceEngine::load(defaultModelFolder(), SecondOpinion::Without);
        QVERIFY(single.has_value());
        const auto templateFrom = [&](const char* name) {
            const Image image = photograph(name);
            return (*single)->embed(image, *(*single)->singleFace(image));
        };
        const FaceTemplate photo = templateFrom(demo::chipPhoto);
        const MatchResult same = (*single)->match(photo, {templateFrom(demo::holder)});
        const MatchResult other = (*single)->match(photo, {templateFrom(demo::otherPerson)});
        QVERIFY2(same.match && !other.match, qPrintable(QString("%1, %2").arg(same.distance).arg(other.distance)));
        QVERIFY(other.falseMatchRate > same.falseMatchRate);
    }

    void match_betweenTwoRecipes_doesNotMatch()
    {
        const auto single = FaceEngine::load(defaultModelFolder(), SecondOpinion::Without);
        const Image image = photograph(demo::holder);
        const FaceTemplate one = (*single)->embed(image, *(*single)->singleFace(image));
        const FaceTemplate both = templateOf(image);
        if (one.values.size() == both.values.size())
            QSKIP("needs the second embedding: run the set-up");
        QVERIFY(!m_engine->match(both, {one}).match);
    }

    void embed_withWrongLandmarks_givesNothingComparable()
    {
        Face face;
        face.landmarks.resize(3);
        const FaceTemplate empty = m_engine->embed(photograph(demo::holder), face);
        QVERIFY(empty.values.empty());
    }
};

QTEST_APPLESS_MAIN(tst_FaceEngine)
#include "tst_face_engine.moc"
