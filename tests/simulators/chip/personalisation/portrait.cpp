#include "tests/simulators/chip/personalisation/portrait.h"

#include <filesystem>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace chinhchu::chip {

namespace {

std::string findPhoto(const Profile& profile, const std::string& photos)
{
    namespace fs = std::filesystem;
    if (profile.photo.file.empty())
        return {};
    for (const std::string& folder : {profile.folder, photos}) {
        const fs::path candidate = fs::path(folder) / profile.photo.file;
        std::error_code ignored;
        if (fs::is_regular_file(candidate, ignored))
            return candidate.string();
    }
    return {};
}

cv::Mat neutralHead(int width, int height)
{
    cv::Mat picture(height, width, CV_8UC3, cv::Scalar(225, 225, 225));
    const cv::Scalar tone(150, 160, 170);
    cv::ellipse(picture, {width / 2, height}, {width * 2 / 5, height / 4}, 0, 0, 360, tone, cv::FILLED, cv::LINE_AA);
    cv::ellipse(picture, {width / 2, height * 9 / 20}, {width / 5, height / 5}, 0, 0, 360, tone, cv::FILLED,
                cv::LINE_AA);
    return picture;
}

cv::Mat cropped(const cv::Mat& picture, const Profile::Photo& photo)
{
    if (!photo.crop)
        return picture;
    const auto [x, y, width, height] = *photo.crop;
    const cv::Rect box = cv::Rect(x, y, width, height) & cv::Rect(0, 0, picture.cols, picture.rows);
    if (box.empty())
        throw LabError("the crop box lies outside of " + photo.file);
    return picture(box);
}

Bytes encodeOnce(const cv::Mat& picture, bool jpeg2000, int strength)
{
    std::vector<int> how = {cv::IMWRITE_JPEG_QUALITY, 100 - strength};
    if (jpeg2000)
        how = {cv::IMWRITE_JPEG2000_COMPRESSION_X1000, 1000 / (1 + strength)};
    std::vector<std::uint8_t> encoded;
    if (!cv::imencode(jpeg2000 ? ".jp2" : ".jpg", picture, encoded, how))
        throw LabError("the photograph cannot be encoded");
    return {encoded.begin(), encoded.end()};
}

// The best quality that fits, found by halving: the size falls as the strength of the compression grows.
Bytes encodeInto(const cv::Mat& picture, bool jpeg2000, int maxBytes)
{
    // Many cards have the same picture, and JPEG 2000 takes its time: the last result is kept.
    thread_local struct
    {
        cv::Mat picture;
        bool jpeg2000 = false;
        int maxBytes = 0;
        Bytes encoded;
    } last;
    const bool same = last.picture.size() == picture.size() && last.jpeg2000 == jpeg2000 && last.maxBytes == maxBytes &&
                      cv::norm(last.picture, picture, cv::NORM_INF) == 0;
    if (same)
        return last.encoded;
    int low = 5;
    int high = 95;
    while (low < high) {
        const int middle = (low + high) / 2;
        if (encodeOnce(picture, jpeg2000, middle).size() <= static_cast<std::size_t>(maxBytes))
            high = middle;
        else
            low = middle + 1;
    }
    last = {picture.clone(), jpeg2000, maxBytes, encodeOnce(picture, jpeg2000, low)};
    return last.encoded;
}

} // namespace

Portrait makePortrait(const Profile& profile, const std::string& photos, std::vector<std::string>& warnings)
{
    const Profile::Photo& photo = profile.photo;
    cv::Mat picture;
    if (const std::string file = findPhoto(profile, photos); !file.empty())
        picture = cv::imread(file, cv::IMREAD_COLOR);
    if (picture.empty()) {
        if (!photo.file.empty())
            warnings.push_back("photograph " + photo.file +
                               " not found (--photos or CHINHCHU_PHOTOS); a drawn head stands in");
        picture = neutralHead(photo.width, photo.height);
    } else {
        picture = cropped(picture, photo);
    }
    cv::Mat scaled;
    cv::resize(picture, scaled, {photo.width, photo.height}, 0, 0, cv::INTER_AREA);
    const bool jpeg2000 = photo.format == "jp2";
    return {encodeInto(scaled, jpeg2000, photo.maxBytes), photo.width, photo.height, jpeg2000};
}

} // namespace chinhchu::chip
