// camera-simulator PHOTOS OUT SPECIES COUNT [SEED]: records COUNT clips of SPECIES ("bona-fide" or an attack) as
// OUT/SPECIES/NNNN.avi with the challenge beside it, from the photographs below the folder PHOTOS.
// $CHINHCHU_YUNET: yunet_s_640_640.onnx. A recording follows a script: whoever plays does not hear what is asked later.

#include "tests/simulators/camera/people/casting.h"

#include <opencv2/videoio.hpp>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>

using namespace chinhchu::stage;
namespace fs = std::filesystem;

namespace {

constexpr int framesASecond = 12;

void record(const fs::path& file, const Scene& scene)
{
    std::ofstream(fs::path(file).replace_extension(".plan")) << scene.plan << '\n';
    const Script script(scene.prompts);
    cv::VideoWriter writer;
    const int frames = static_cast<int>(script.length() * framesASecond);
    for (int i = 0; i < frames; ++i) {
        scene.performance->hear(script.promptAt(double(i) / framesASecond));
        const cv::Mat picture = scene.performance->next(1.0 / framesASecond);
        if (!writer.isOpened())
            writer.open(file.string(), cv::CAP_OPENCV_MJPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'),
                        framesASecond, picture.size());
        writer.write(picture);
    }
}

int recordAll(const fs::path& folder, Casting& casting, const std::string& species, int count)
{
    fs::create_directories(folder);
    int done = 0;
    while (done < count) {
        const auto scene = casting.next(species);
        if (!scene)
            break;
        char name[16];
        std::snprintf(name, sizeof name, "%04d.avi", done++);
        record(folder / name, *scene);
    }
    std::printf("%s: %d clips\n", species.c_str(), done);
    return done == count ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    const char* yunet = std::getenv("CHINHCHU_YUNET");
    if (argc < 5 || !yunet) {
        std::fprintf(stderr, "CHINHCHU_YUNET=FILE camera-simulator PHOTOS OUT SPECIES COUNT [SEED]\n");
        return 2;
    }
    try {
        Casting casting(argv[1], yunet, Half::Both, argc > 5 ? static_cast<unsigned>(std::atoi(argv[5])) : 1U);
        return recordAll(fs::path(argv[2]) / argv[3], casting, argv[3], std::atoi(argv[4]));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
