#include "biometrics/camera/file_cameras.h"
#include "biometrics/camera/frame_clock.h"
#include "biometrics/image_bridge.h"

#include <opencv2/videoio.hpp>

#include <filesystem>

namespace chinhchu::biometrics {

namespace {

class VideoCamera final : public CameraSource
{
public:
    VideoCamera(const std::string& file, cv::VideoCapture capture, double rate)
        : m_capture(std::move(capture))
        , m_clock(std::chrono::nanoseconds(static_cast<std::int64_t>(1e9 / rate)))
    {
        m_info = {std::filesystem::path(file).filename().string(),
                  CameraInfo::Kind::VideoFile,
                  static_cast<int>(m_capture.get(cv::CAP_PROP_FRAME_WIDTH)),
                  static_cast<int>(m_capture.get(cv::CAP_PROP_FRAME_HEIGHT)),
                  {}};
    }

    Result<Frame> next(std::chrono::milliseconds) override
    {
        const auto at = m_clock.waitForNext();
        try {
            cv::Mat picture;
            if (!m_capture.read(picture)) { // the end: once more from the start
                m_capture.set(cv::CAP_PROP_POS_FRAMES, 0);
                if (!m_capture.read(picture))
                    return fail(FailureCode::CameraUnavailable, m_info.name + ": no frames");
            }
            return Frame{imageOf(picture), at, m_number++};
        } catch (const std::exception& error) {
            return fail(FailureCode::CameraUnavailable, error.what());
        }
    }

    const CameraInfo& info() const override { return m_info; }

private:
    CameraInfo m_info;
    cv::VideoCapture m_capture;
    FrameClock m_clock;
    int m_number = 0;
};

} // namespace

Result<std::unique_ptr<CameraSource>> openVideoCamera(const std::string& file)
{
    try {
        cv::VideoCapture capture(file, cv::CAP_FFMPEG);
        if (!capture.isOpened())
            return fail(FailureCode::CameraUnavailable, file + " is not a video");
        double rate = capture.get(cv::CAP_PROP_FPS);
        if (!(rate >= 1 && rate <= 240))
            rate = 30;
        return std::make_unique<VideoCamera>(file, std::move(capture), rate);
    } catch (const std::exception& error) {
        return fail(FailureCode::CameraUnavailable, error.what());
    }
}

} // namespace chinhchu::biometrics
