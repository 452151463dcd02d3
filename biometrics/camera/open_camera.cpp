#include "biometrics/camera/camera_source.h"
#include "biometrics/camera/file_cameras.h"
#include "biometrics/image_bridge.h"

#include <algorithm>
#include <filesystem>

namespace chinhchu::biometrics {

namespace {

bool looksLikeVideo(const std::string& file)
{
    static const char* const endings[] = {".mp4", ".avi", ".mkv", ".mov", ".webm", ".m4v"};
    return std::any_of(std::begin(endings), std::end(endings),
                       [&](const char* ending) { return file.ends_with(ending); });
}

} // namespace

Result<std::unique_ptr<CameraSource>> openCamera(const std::string& deviceOrFile)
{
    silenceOpenCv();
    std::error_code ignored;
    if (deviceOrFile.starts_with("/dev/") || std::filesystem::is_character_file(deviceOrFile, ignored))
        return openDeviceCamera(deviceOrFile);
    if (looksLikeVideo(deviceOrFile))
        return openVideoCamera(deviceOrFile);
    return openPictureCamera(deviceOrFile);
}

} // namespace chinhchu::biometrics
