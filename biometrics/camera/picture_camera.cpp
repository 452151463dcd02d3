#include "biometrics/camera/file_cameras.h"
#include "biometrics/camera/frame_clock.h"
#include "biometrics/camera/picture_source.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace chinhchu::biometrics {

namespace fs = std::filesystem;

namespace {

class PictureCamera final : public CameraSource
{
public:
    PictureCamera(std::string name, std::vector<std::string> files, Image first)
        : m_files(std::move(files))
        , m_current(std::move(first))
    {
        m_info = {std::move(name), CameraInfo::Kind::Pictures, m_current.width, m_current.height, {}};
        m_info.isStill = m_files.size() == 1;
    }

    Result<Frame> next(std::chrono::milliseconds) override
    {
        const auto at = m_clock.waitForNext();
        const std::size_t index = static_cast<std::size_t>(m_number) % m_files.size();
        if (index != m_loaded) {
            auto picture = loadPicture(m_files[index]);
            if (!picture)
                return fail(FailureCode::CameraUnavailable, picture.error().detail);
            m_current = std::move(*picture);
            m_loaded = index;
        }
        return Frame{m_current, at, m_number++};
    }

    const CameraInfo& info() const override { return m_info; }

private:
    CameraInfo m_info;
    std::vector<std::string> m_files;
    Image m_current;
    std::size_t m_loaded = 0;
    int m_number = 0;
    FrameClock m_clock{std::chrono::milliseconds(33)};
};

std::vector<std::string> picturesIn(const fs::path& folder)
{
    static const std::set<std::string> endings{".jpg", ".jpeg", ".png", ".pgm", ".ppm", ".bmp", ".jp2"};
    std::vector<std::string> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (endings.contains(entry.path().extension().string()))
            files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

Result<std::unique_ptr<CameraSource>> openPictureCamera(const std::string& fileOrFolder)
{
    std::error_code ignored;
    std::vector<std::string> files{fileOrFolder};
    if (fs::is_directory(fileOrFolder, ignored))
        files = picturesIn(fileOrFolder);
    if (files.empty())
        return fail(FailureCode::CameraUnavailable, "no pictures in " + fileOrFolder);
    auto first = loadPicture(files.front());
    if (!first)
        return tl::unexpected(first.error());
    return std::make_unique<PictureCamera>(fs::path(fileOrFolder).filename().string(), std::move(files),
                                           std::move(*first));
}

} // namespace chinhchu::biometrics
