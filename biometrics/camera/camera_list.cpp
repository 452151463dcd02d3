#include "biometrics/camera/camera_list.h"

#include <linux/videodev2.h>

#include <algorithm>
#include <fcntl.h>
#include <filesystem>
#include <sys/ioctl.h>
#include <unistd.h>

namespace chinhchu::biometrics {

namespace fs = std::filesystem;

namespace {

std::string fixedText(const unsigned char* text, std::size_t size)
{
    const auto* begin = reinterpret_cast<const char*>(text);
    return {begin, std::find(begin, begin + size, '\0')};
}

/// A camera that is a program: a loopback device, or one that hangs on no bus.
bool isVirtual(const v4l2_capability& capability, const std::string& device)
{
    if (fixedText(capability.driver, sizeof capability.driver).find("loopback") != std::string::npos)
        return true;
    std::error_code error;
    const fs::path system = fs::canonical("/sys/class/video4linux" / fs::path(device).filename(), error);
    return !error && system.string().starts_with("/sys/devices/virtual/");
}

} // namespace

std::optional<CameraInfo> queryCamera(const std::string& device)
{
    const int handle = ::open(device.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (handle < 0)
        return std::nullopt;
    v4l2_capability capability{};
    const int status = ::ioctl(handle, VIDIOC_QUERYCAP, &capability);
    ::close(handle);
    const auto capabilities =
        capability.capabilities & V4L2_CAP_DEVICE_CAPS ? capability.device_caps : capability.capabilities;
    if (status != 0 || !(capabilities & V4L2_CAP_VIDEO_CAPTURE))
        return std::nullopt;
    CameraInfo info;
    info.name = fixedText(capability.card, sizeof capability.card);
    info.device = device;
    info.kind = isVirtual(capability, device) ? CameraInfo::Kind::VirtualDevice : CameraInfo::Kind::Device;
    return info;
}

std::vector<CameraInfo> listCameras()
{
    std::vector<CameraInfo> cameras;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator("/dev", error)) {
        if (!entry.path().filename().string().starts_with("video"))
            continue;
        if (auto camera = queryCamera(entry.path().string()))
            cameras.push_back(std::move(*camera));
    }
    // Real ones first; of several, the lowest number is the one plugged in first.
    std::sort(cameras.begin(), cameras.end(), [](const CameraInfo& a, const CameraInfo& b) {
        return std::pair(!a.isReal(), a.device) < std::pair(!b.isReal(), b.device);
    });
    return cameras;
}

} // namespace chinhchu::biometrics
