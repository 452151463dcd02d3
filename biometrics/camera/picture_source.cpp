#include "biometrics/camera/picture_source.h"

#include "biometrics/image_bridge.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <charconv>
#include <filesystem>
#include <optional>

namespace chinhchu::biometrics {

namespace {

constexpr double largestWidth = 1280;
constexpr double largestHeight = 720;

std::optional<cv::Rect> parseCrop(std::string_view text)
{
    int numbers[4] = {};
    for (int i = 0; i < 4; ++i) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), numbers[i]);
        if (error != std::errc() || numbers[i] < 0)
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (i == 3 ? !text.empty() : !text.starts_with(','))
            return std::nullopt;
        if (i < 3)
            text.remove_prefix(1);
    }
    return cv::Rect(numbers[0], numbers[1], numbers[2], numbers[3]);
}

cv::Mat scaledDown(const cv::Mat& picture)
{
    const double scale = std::min(largestWidth / picture.cols, largestHeight / picture.rows);
    if (scale >= 1)
        return picture;
    cv::Mat smaller;
    cv::resize(picture, smaller, {}, scale, scale, cv::INTER_AREA);
    return smaller;
}

} // namespace

Result<Image> loadPicture(const std::string& fileWithCrop, bool scaled)
{
    std::string file = fileWithCrop;
    std::string suffix;
    // A file may have '#' in its name: the suffix is one only when no such file exists.
    if (const auto hash = file.rfind('#'); hash != std::string::npos && !std::filesystem::exists(file)) {
        suffix = file.substr(hash + 1);
        file.resize(hash);
    }
    silenceOpenCv();
    try {
        cv::Mat picture = cv::imread(file, cv::IMREAD_COLOR);
        if (picture.empty())
            return fail(FailureCode::FileUnreadable, file);
        if (!suffix.empty()) {
            const auto crop = parseCrop(suffix);
            const cv::Rect whole(0, 0, picture.cols, picture.rows);
            if (!crop || crop->area() == 0 || crop->width > whole.width || crop->height > whole.height ||
                (*crop & whole) != *crop)
                return fail(FailureCode::UsageInvalid, "no such part of the picture: " + fileWithCrop);
            picture = picture(*crop).clone();
        }
        return imageOf(scaled ? scaledDown(picture) : picture);
    } catch (const std::exception& error) {
        return fail(FailureCode::FileUnreadable, file + ": " + error.what());
    }
}

} // namespace chinhchu::biometrics
