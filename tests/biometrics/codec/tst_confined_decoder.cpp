#include "biometrics/codec/confined_decoder.h"
#include "biometrics/decoder_process/confinement.h"
#include "biometrics/face_engine.h"

#include <QTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <fcntl.h>
#include <functional>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace chinhchu;
using namespace chinhchu::biometrics;

namespace {

Bytes encoded(const char* ending, int channels)
{
    cv::Mat picture(640, 480, CV_8UC(channels), cv::Scalar(200, 120, 40));
    cv::circle(picture, {240, 300}, 120, cv::Scalar(30, 200, 250), cv::FILLED);
    std::vector<std::uint8_t> buffer;
    cv::imencode(ending, picture, buffer);
    return {buffer.begin(), buffer.end()};
}

/// Runs @p attempt in a confined child; true when the child was killed for it.
bool isKilledFor(const std::function<void()>& attempt)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (!confineThisProcess())
            ::_exit(1);
        attempt();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS;
}

} // namespace

class tst_ConfinedDecoder : public QObject
{
    Q_OBJECT

private slots:
    void decodeConfined_withEachFormat_givesWhatTheOpenDecoderGives_data()
    {
        QTest::addColumn<Bytes>("data");
        QTest::newRow("JPEG") << encoded(".jpg", 3);
        QTest::newRow("grey JPEG") << encoded(".jpg", 1);
        QTest::newRow("PNG") << encoded(".png", 3);
        QTest::newRow("JPEG 2000") << encoded(".jp2", 3);
        QTest::newRow("grey JPEG 2000") << encoded(".jp2", 1);
    }

    void decodeConfined_withEachFormat_givesWhatTheOpenDecoderGives()
    {
        QFETCH(Bytes, data);

        const auto confined = decodeConfined(data);
        const auto open = decodeImage(data);

        QVERIFY2(confined.has_value(), confined ? "" : confined.error().detail.c_str());
        QCOMPARE(confined->width, open->width);
        QCOMPARE(confined->pixels, open->pixels);
    }

    void decodeConfined_withBrokenPicture_saysSo()
    {
        Bytes data = encoded(".jp2", 3);
        data.resize(data.size() / 2);
        for (std::size_t i = 200; i < data.size(); i += 3)
            data[i] ^= 0x5A;
        const auto image = decodeConfined(data);
        if (!image)
            QCOMPARE(image.error().code, FailureCode::PhotoUndecodable);
        QVERIFY(!decodeConfined({}));
    }

    void decodeConfined_withNoTime_givesUpInsteadOfHanging()
    {
        const auto image = decodeConfined(encoded(".jp2", 3), std::chrono::milliseconds(0));
        QVERIFY(!image);
        QCOMPARE(image.error().code, FailureCode::PhotoUndecodable);
    }

    void confinement_whenTheProcessTriesMore_endsIt()
    {
#if defined(__SANITIZE_ADDRESS__)
        QSKIP("the sanitizer's own calls end the child too");
#endif
        QVERIFY(isKilledFor([] { ::open("/etc/passwd", O_RDONLY); }));
        QVERIFY(isKilledFor([] { ::socket(AF_INET, SOCK_STREAM, 0); }));
        QVERIFY(isKilledFor([] { static_cast<void>(::fork()); }));
        QVERIFY(isKilledFor([] { ::execl("/bin/true", "true", nullptr); }));
        QVERIFY(isKilledFor(
            [] { ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }));
        QVERIFY(!isKilledFor([] { ::getpid(); }));
    }
};

QTEST_APPLESS_MAIN(tst_ConfinedDecoder)
#include "tst_confined_decoder.moc"
