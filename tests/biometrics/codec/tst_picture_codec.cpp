#include "biometrics/codec/picture_header.h"
#include "biometrics/face_engine.h"

#include <QTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace chinhchu;
using namespace chinhchu::biometrics;

namespace {

Bytes encoded(const char* ending, int channels, const std::vector<int>& parameters = {})
{
    cv::Mat picture(320, 240, CV_8UC(channels), cv::Scalar(200, 120, 40));
    cv::circle(picture, {120, 160}, 60, cv::Scalar(30, 200, 250), cv::FILLED);
    std::vector<std::uint8_t> buffer;
    cv::imencode(ending, picture, buffer, parameters);
    return {buffer.begin(), buffer.end()};
}

/// The codestream out of a JP2 file: everything after the 'jp2c' box header.
Bytes codestreamOf(const Bytes& jp2)
{
    const std::uint8_t start[] = {0xFF, 0x4F, 0xFF, 0x51};
    const auto found = std::search(jp2.begin(), jp2.end(), std::begin(start), std::end(start));
    return {found, jp2.end()};
}

} // namespace

class tst_PictureCodec : public QObject
{
    Q_OBJECT

private slots:
    void decodeImage_withEachFormat_givesItsPixels_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<bool>("raw");
        QTest::newRow("JPEG") << 3 << ".jpg" << false;
        QTest::newRow("grey JPEG") << 1 << ".jpg" << false;
        QTest::newRow("PNG") << 3 << ".png" << false;
        QTest::newRow("JP2") << 3 << ".jp2" << false;
        QTest::newRow("grey JP2") << 1 << ".jp2" << false;
        QTest::newRow("raw codestream") << 3 << ".jp2" << true;
        QTest::newRow("grey raw codestream") << 1 << ".jp2" << true;
    }

    void decodeImage_withEachFormat_givesItsPixels()
    {
        QFETCH(int, channels);
        QFETCH(QString, ending);
        QFETCH(bool, raw);
        Bytes data = encoded(qPrintable(ending), channels);
        if (raw)
            data = codestreamOf(data);

        const auto image = decodeImage(data);

        QVERIFY2(image.has_value(), image ? "" : image.error().detail.c_str());
        QCOMPARE(image->width, 240);
        QCOMPARE(image->height, 320);
        QCOMPARE(image->pixels.size(), std::size_t(240 * 320 * 3));
        const std::size_t corner = 0, centre = (160 * 240 + 120) * 3;
        const int blueOutside = image->pixels[corner], blueInside = image->pixels[centre];
        QVERIFY2(std::abs(blueOutside - 200) < 12 && std::abs(blueInside - 30) < 12, "colours changed places");
    }

    void decodeImage_withTooManyPixelsInHeader_refusesBeforeDecoding()
    {
        Bytes png = encoded(".png", 3);
        png[16] = 0x7F; // the upper byte of the width in IHDR

        const auto image = decodeImage(png);

        QVERIFY(!image);
        QCOMPARE(image.error().code, FailureCode::PhotoUndecodable);
        QVERIFY(image.error().detail.find("4096") != std::string::npos);
    }

    void decodeImage_withTinyTiles_refuses()
    {
        Bytes stream = codestreamOf(encoded(".jp2", 3));
        for (int i = 0; i < 8; ++i) // XTsiz and YTsiz, 1 x 1 (ITU-T T.800, A.5.1)
            stream[static_cast<std::size_t>(24 + i)] = i % 4 == 3;

        QVERIFY(!decodeImage(stream));
    }

    void decodeImage_withEveryTruncation_neverGivesMoreThanTheHeaderSays()
    {
        const Bytes jp2 = encoded(".jp2", 3);
        const Bytes jpeg = encoded(".jpg", 3);
        for (const Bytes& whole : {jp2, jpeg}) {
            for (std::size_t length = 0; length < whole.size(); length += 97) {
                const auto image = decodeImage(ByteView(whole).first(length));
                QVERIFY(!image || (image->width == 240 && image->height == 320));
            }
        }
    }

    void decodeImage_withSomethingElse_refuses()
    {
        const Bytes text{'G', 'I', 'F', '8', '9', 'a', 0, 0, 0, 0};
        QVERIFY(!decodeImage(text));
        QVERIFY(!decodeImage({}));
    }

    void encodeJpeg_thenDecode_keepsTheSize()
    {
        const auto image = decodeImage(encoded(".png", 3));
        const auto jpeg = encodeJpeg(*image, 90);
        QVERIFY(jpeg.has_value());
        const auto again = decodeImage(*jpeg);
        QVERIFY(again.has_value());
        QCOMPARE(again->width, image->width);
    }

    void encodeJpeg_withNoPicture_fails() { QVERIFY(!encodeJpeg({}, 90)); }
};

QTEST_APPLESS_MAIN(tst_PictureCodec)
#include "tst_picture_codec.moc"
