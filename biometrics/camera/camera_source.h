#pragma once

#include "biometrics/image.h"
#include "resources/base/failure.h"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace chinhchu::biometrics {

struct Frame
{
    Image image;
    std::chrono::steady_clock::time_point at;
    int number = 0; ///< counted from 0
};

struct CameraInfo
{
    std::string name;
    enum class Kind { Device, VideoFile, Pictures } kind = Kind::Device;
    int width = 0;
    int height = 0;
    /// Frames from files or virtual devices: allowed under a demo enrolment only.
    [[nodiscard]] bool isReal() const { return kind == Kind::Device; }
};

/// A source of frames. Blocking; one thread owns it.
class CameraSource
{
public:
    virtual ~CameraSource() = default;

    /// The next frame, waiting at most @p patience. A picture as the source repeats for ever; a video file repeats too.
    virtual Result<Frame> next(std::chrono::milliseconds patience) = 0;
    [[nodiscard]] virtual const CameraInfo& info() const = 0;
};

/// Opens "/dev/videoN", a video file, a picture, or a folder of pictures in name order.
Result<std::unique_ptr<CameraSource>> openCamera(const std::string& deviceOrFile);

/// The camera devices of this machine ("/dev/video0", with their names); empty when there is none.
std::vector<CameraInfo> listCameras();

} // namespace chinhchu::biometrics
