#include "biometrics/camera/camera_source.h"
#include "biometrics/camera/picture_source.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/videoio.hpp>

using namespace chinhchu;
using namespace chinhchu::biometrics;
using namespace std::chrono_literals;

namespace {

/// A picture whose every pixel has the value @p grey.
std::string writePicture(const QTemporaryDir& folder, const char* name, int grey, int width, int height)
{
    const std::string file = folder.filePath(name).toStdString();
    cv::imwrite(file, cv::Mat(height, width, CV_8UC3, cv::Scalar::all(grey)));
    return file;
}

} // namespace

class tst_FileCameras : public QObject
{
    Q_OBJECT

private slots:
    void next_withOnePicture_repeatsItWithRisingNumbersAndTimes()
    {
        QTemporaryDir folder;
        const auto camera = openCamera(writePicture(folder, "a.png", 90, 64, 48));
        QVERIFY(camera.has_value());
        QVERIFY(!(*camera)->info().isReal());

        const auto first = (*camera)->next(1s);
        const auto second = (*camera)->next(1s);

        QCOMPARE(first->number, 0);
        QCOMPARE(second->number, 1);
        QVERIFY(second->at > first->at);
        QCOMPARE(first->image.pixels, second->image.pixels);
    }

    void next_withFolder_givesPicturesInNameOrderOverAndOver()
    {
        QTemporaryDir folder;
        writePicture(folder, "2.png", 20, 64, 48);
        writePicture(folder, "1.png", 10, 64, 48);
        const auto camera = openCamera(folder.path().toStdString());
        QVERIFY(camera.has_value());

        std::vector<int> seen;
        for (int i = 0; i < 3; ++i)
            seen.push_back((*camera)->next(1s)->image.pixels[0]);

        QCOMPARE(seen, (std::vector<int>{10, 20, 10}));
    }

    void next_withVideo_startsAgainAtItsEnd()
    {
        QTemporaryDir folder;
        const std::string file = folder.filePath("clip.avi").toStdString();
        {
            cv::VideoWriter writer(file, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), 120, {64, 48});
            if (!writer.isOpened())
                QSKIP("this OpenCV writes no video");
            for (const int grey : {40, 200})
                writer.write(cv::Mat(48, 64, CV_8UC3, cv::Scalar::all(grey)));
        }
        const auto camera = openCamera(file);
        QVERIFY(camera.has_value());
        QCOMPARE((*camera)->info().kind, CameraInfo::Kind::VideoFile);

        for (const int grey : {40, 200, 40}) {
            const auto frame = (*camera)->next(1s);
            QVERIFY(frame.has_value());
            QVERIFY(std::abs(frame->image.pixels[0] - grey) < 8);
        }
    }

    void openCamera_withLargePicture_scalesItDown()
    {
        QTemporaryDir folder;
        const auto camera = openCamera(writePicture(folder, "big.png", 90, 2560, 960));
        QCOMPARE((*camera)->info().width, 1280);
        QCOMPARE((*camera)->info().height, 480);
    }

    void openCamera_withCrop_showsThatPart()
    {
        QTemporaryDir folder;
        const std::string file = writePicture(folder, "a.png", 90, 100, 80);
        const auto camera = openCamera(file + "#10,20,30,40");
        QVERIFY(camera.has_value());
        QCOMPARE((*camera)->info().width, 30);
        QCOMPARE((*camera)->info().height, 40);
    }

    void openCamera_withBadCrop_saysSo_data()
    {
        QTest::addColumn<QString>("crop");
        for (const char* crop : {"#90,0,20,10", "#0,0,0,10", "#1,2,3", "#1,2,3,4,5", "#a,b,c,d", "#-1,0,5,5",
                                 "#0,0,2147483647,2147483647", "#2147483647,0,2147483647,5"})
            QTest::newRow(crop) << crop;
    }

    void openCamera_withBadCrop_saysSo()
    {
        QFETCH(QString, crop);
        QTemporaryDir folder;
        const auto camera = openCamera(writePicture(folder, "a.png", 90, 100, 80) + crop.toStdString());
        QVERIFY(!camera);
        QCOMPARE(camera.error().code, FailureCode::UsageInvalid);
    }

    void openCamera_withNothingThere_saysSo()
    {
        QTemporaryDir folder;
        QCOMPARE(openCamera("/nowhere/picture.jpg").error().code, FailureCode::FileUnreadable);
        QCOMPARE(openCamera("/nowhere/clip.mp4").error().code, FailureCode::CameraUnavailable);
        QCOMPARE(openCamera("/dev/video-none").error().code, FailureCode::CameraUnavailable);
        QCOMPARE(openCamera("/dev/null").error().code, FailureCode::CameraUnavailable);
        QCOMPARE(openCamera(folder.path().toStdString()).error().code, FailureCode::CameraUnavailable);
    }
};

QTEST_APPLESS_MAIN(tst_FileCameras)
#include "tst_file_cameras.moc"
