#include "biometrics/camera/camera_list.h"
#include "biometrics/camera/file_cameras.h"
#include "biometrics/image_bridge.h"

#include <opencv2/videoio.hpp>

namespace chinhchu::biometrics {

namespace {

class DeviceCamera final : public CameraSource
{
public:
    DeviceCamera(std::string device, CameraInfo info)
        : m_device(std::move(device))
        , m_info(std::move(info))
    {
    }

    bool open()
    {
        m_capture.clear();
        cv::VideoCapture capture(m_device, cv::CAP_V4L2);
        if (!capture.isOpened())
            return false;
        // Without MJPEG most USB cameras give 1280 x 720 at 10 frames a second or less.
        capture.set(cv::CAP_PROP_FOURCC, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'));
        capture.set(cv::CAP_PROP_FRAME_WIDTH, 1280);
        capture.set(cv::CAP_PROP_FRAME_HEIGHT, 720);
        capture.set(cv::CAP_PROP_FPS, 30);
        // One buffer: an old frame is worse than a lost one.
        capture.set(cv::CAP_PROP_BUFFERSIZE, 1);
        m_info.width = static_cast<int>(capture.get(cv::CAP_PROP_FRAME_WIDTH));
        m_info.height = static_cast<int>(capture.get(cv::CAP_PROP_FRAME_HEIGHT));
        m_capture.push_back(std::move(capture));
        return true;
    }

    Result<Frame> next(std::chrono::milliseconds patience) override
    {
        try {
            // A camera that was pulled out and put back has to be opened anew.
            if (m_capture.empty() && !open())
                return fail(FailureCode::CameraUnavailable, m_device);
            std::vector<int> ready;
            const auto nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(patience).count();
            if (!cv::VideoCapture::waitAny(m_capture, ready, nanoseconds))
                return fail(FailureCode::CameraUnavailable, m_device + ": no frame in time");
            const auto at = std::chrono::steady_clock::now();
            cv::Mat picture;
            if (m_capture.front().retrieve(picture) && !picture.empty())
                return Frame{imageOf(picture), at, m_number++};
            m_capture.clear();
            return fail(FailureCode::CameraUnavailable, m_device + ": the connection was lost");
        } catch (const std::exception& error) {
            m_capture.clear();
            return fail(FailureCode::CameraUnavailable, m_device + ": " + error.what());
        }
    }

    const CameraInfo& info() const override { return m_info; }

private:
    std::string m_device;
    CameraInfo m_info;
    std::vector<cv::VideoCapture> m_capture; // none or one: waitAny wants a list
    int m_number = 0;
};

} // namespace

Result<std::unique_ptr<CameraSource>> openDeviceCamera(const std::string& device)
{
    const auto info = queryCamera(device);
    if (!info)
        return fail(FailureCode::CameraUnavailable, device + " is not a camera");
    try {
        auto camera = std::make_unique<DeviceCamera>(device, *info);
        if (!camera->open())
            return fail(FailureCode::CameraUnavailable, device + " cannot be opened");
        return camera;
    } catch (const std::exception& error) {
        return fail(FailureCode::CameraUnavailable, device + ": " + error.what());
    }
}

} // namespace chinhchu::biometrics
