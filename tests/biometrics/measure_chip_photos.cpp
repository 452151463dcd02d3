// What the chip's photograph costs in false non-matches: every person's second picture is made like one and compared
// with the first, by the default recipe and its threshold.
//   measure_chip_photos DIR [PEOPLE]      DIR: a folder a person

#include "biometrics/face_engine.h"
#include "biometrics/image_bridge.h"
#include "biometrics/models/model_store.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <optional>

using namespace chinhchu::biometrics;
namespace fs = std::filesystem;

namespace {

const cv::Size chipSize(480, 640), smallSize(240, 320);

/// The proportions of a card photograph: the middle of a picture, three by four.
cv::Mat cardShape(const cv::Mat& picture, cv::Size size)
{
    const int height = std::min(picture.rows, picture.cols * 4 / 3) * 4 / 5, width = height * 3 / 4;
    const cv::Rect part((picture.cols - width) / 2, (picture.rows - height) / 2, width, height);
    cv::Mat result;
    cv::resize(picture(part), result, size, 0, 0, part.width > size.width ? cv::INTER_AREA : cv::INTER_CUBIC);
    return result;
}

/// Through JPEG 2000 of about @p bytes.
cv::Mat compressed(const cv::Mat& picture, double bytes, double& written)
{
    const int thousandth = std::max(1, static_cast<int>(1000 * bytes / static_cast<double>(picture.total() * 3)));
    std::vector<uchar> file;
    cv::imencode(".jp2", picture, file, {cv::IMWRITE_JPEG2000_COMPRESSION_X1000, thousandth});
    written += static_cast<double>(file.size());
    return cv::imdecode(file, cv::IMREAD_COLOR);
}

cv::Mat grey(const cv::Mat& picture)
{
    cv::Mat one, three;
    cv::cvtColor(picture, one, cv::COLOR_BGR2GRAY);
    cv::cvtColor(one, three, cv::COLOR_GRAY2BGR);
    return three;
}

struct Variant
{
    const char* name;
    std::function<cv::Mat(const cv::Mat&, double& written)> make;
    int refused = 0, notDetected = 0, pairs = 0;
    double written = 0;
};

std::vector<Variant> variants()
{
    const auto plain = [](cv::Size size) { return [size](const cv::Mat& p, double&) { return cardShape(p, size); }; };
    const auto jp2 = [](double bytes) {
        return [bytes](const cv::Mat& p, double& n) { return compressed(cardShape(p, chipSize), bytes, n); };
    };
    return {{"480x640", plain(chipSize)},
            {"480x640, JPEG 2000 of 15 KB", jp2(15e3)},
            {"480x640, JPEG 2000 of 10 KB", jp2(10e3)},
            {"480x640, JPEG 2000 of 7 KB", jp2(7.4e3)},
            {"240x320", plain(smallSize)},
            {"480x640, grey", [](const cv::Mat& p, double&) { return grey(cardShape(p, chipSize)); }},
            {"240x320, grey, JPEG 2000 of 7 KB",
             [](const cv::Mat& p, double& n) { return compressed(grey(cardShape(p, smallSize)), 7.4e3, n); }}};
}

std::optional<FaceTemplate> templateOf(FaceEngine& engine, const cv::Mat& picture)
{
    const Image image = imageOf(picture);
    const auto face = engine.singleFace(image);
    return face ? std::optional(engine.embed(image, *face)) : std::nullopt;
}

std::vector<std::pair<fs::path, fs::path>> pairsBelow(const fs::path& folder, std::size_t people)
{
    std::vector<fs::path> persons;
    for (const auto& entry : fs::directory_iterator(folder))
        persons.push_back(entry.path());
    std::sort(persons.begin(), persons.end());
    std::vector<std::pair<fs::path, fs::path>> pairs;
    for (const fs::path& person : persons) {
        std::vector<fs::path> pictures;
        for (const auto& entry : fs::directory_iterator(person))
            pictures.push_back(entry.path());
        std::sort(pictures.begin(), pictures.end());
        if (pictures.size() >= 2 && pairs.size() < people)
            pairs.emplace_back(pictures[0], pictures[1]);
    }
    return pairs;
}

} // namespace

int main(int argc, char** argv)
{
    const auto engine = FaceEngine::load(defaultModelFolder());
    if (argc < 2 || !engine) {
        std::fprintf(stderr, "measure_chip_photos DIR [PEOPLE]\n");
        return 2;
    }
    std::vector<Variant> all = variants();
    int live = 0;
    for (const auto& [first, second] : pairsBelow(argv[1], argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1000000)) {
        const auto probe = templateOf(**engine, cv::imread(first.string()));
        if (!probe)
            continue;
        ++live;
        const cv::Mat photo = cv::imread(second.string());
        for (Variant& variant : all) {
            const auto chip = templateOf(**engine, variant.make(photo, variant.written));
            ++variant.pairs;
            variant.notDetected += !chip;
            variant.refused += !chip || !(*engine)->match(*chip, {*probe}).match;
        }
    }
    std::printf("%s, %d people\n%-36s %8s %9s %8s %10s\n", (*engine)->match({}, {}).recipe.c_str(), live, "photograph",
                "bytes", "FNMR", "cost", "no face");
    for (const Variant& each : all) {
        const double rate = 100.0 * each.refused / std::max(each.pairs, 1);
        std::printf("%-36s %8.0f %7.2f %% %+6.2f pt %8d\n", each.name, each.written / std::max(each.pairs, 1), rate,
                    rate - 100.0 * all[0].refused / std::max(all[0].pairs, 1), each.notDetected);
    }
    return 0;
}
