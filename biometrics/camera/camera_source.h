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
    enum class Kind
    {
        Device,
        VideoFile,
        Pictures,
        VirtualDevice
    } kind = Kind::Device;
    int width = 0;
    int height = 0;
    /// What openCamera takes: "/dev/video0"; empty for files.
    std::string device;
    /// One picture over and over: nobody in it can do what is asked.
    bool isStill = false;
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
    /// What the person in front of it has just been asked to do, as a hint code. A camera does not mind; a simulated
    /// person listens.
    virtual void told(const std::string& /*hint*/) {}
    [[nodiscard]] virtual const CameraInfo& info() const = 0;
};

/// Opens "/dev/videoN", a video file, a picture, or a folder of pictures in name order. A picture may be followed by
/// "#x,y,w,h": only that part of it is shown. Pictures are scaled to at most 1280 x 720.
/// CAMERA_UNAVAILABLE, FILE_UNREADABLE, USAGE_INVALID (no such part).
Result<std::unique_ptr<CameraSource>> openCamera(const std::string& deviceOrFile);

/// The camera devices of this machine with their names, real ones before virtual ones; empty when there is none.
std::vector<CameraInfo> listCameras();

} // namespace chinhchu::biometrics
