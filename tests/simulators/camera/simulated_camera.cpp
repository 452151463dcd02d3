#include "tests/simulators/camera/simulated_camera.h"

#include "biometrics/camera/frame_clock.h"

namespace chinhchu::stage {

namespace {

constexpr std::chrono::milliseconds period{66};

class SimulatedCamera final : public biometrics::CameraSource
{
public:
    SimulatedCamera(std::unique_ptr<Performance> performance, std::string name)
        : m_performance(std::move(performance))
    {
        m_info.name = std::move(name);
        m_info.kind = biometrics::CameraInfo::Kind::VirtualDevice;
        m_info.width = 640;
        m_info.height = 480;
    }

    Result<biometrics::Frame> next(std::chrono::milliseconds) override
    {
        const auto at = m_clock.waitForNext();
        const double passed = m_last ? std::chrono::duration<double>(at - *m_last).count() : 0.0;
        m_last = at;
        const cv::Mat picture = m_performance->next(std::min(passed, 0.2));
        biometrics::Image image{picture.cols, picture.rows, {}};
        const cv::Mat whole = picture.isContinuous() ? picture : picture.clone();
        image.pixels.assign(whole.datastart, whole.dataend);
        return biometrics::Frame{std::move(image), at, m_number++};
    }

    void told(const std::string& hint) override { m_performance->hear(hint); }
    const biometrics::CameraInfo& info() const override { return m_info; }

private:
    std::unique_ptr<Performance> m_performance;
    biometrics::CameraInfo m_info;
    biometrics::FrameClock m_clock{period};
    std::optional<std::chrono::steady_clock::time_point> m_last;
    int m_number = 0;
};

} // namespace

std::unique_ptr<biometrics::CameraSource> cameraOn(std::unique_ptr<Performance> performance, std::string name)
{
    return std::make_unique<SimulatedCamera>(std::move(performance), std::move(name));
}

} // namespace chinhchu::stage
