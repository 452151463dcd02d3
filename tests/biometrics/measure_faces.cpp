// Measures the recipe on a folder with one folder per person and prints the table that matching/face_recipe.cpp keeps.
//   measure_faces [--single] DIR [probe pictures ...]      --single: without the second embedding

#include "biometrics/evaluation/error_rates.h"
#include "biometrics/models/model_store.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace chinhchu::biometrics;

int main(int argc, char** argv)
{
    const bool single = argc > 1 && std::strcmp(argv[1], "--single") == 0;
    argc -= single;
    argv += single;
    if (argc < 2) {
        std::fprintf(stderr, "measure_faces [--single] DIR [probe pictures ...]\n");
        return 2;
    }
    auto engine = FaceEngine::load(defaultModelFolder(), single ? SecondOpinion::Without : SecondOpinion::WherePresent);
    if (!engine) {
        std::fprintf(stderr, "%s\n", engine.error().detail.c_str());
        return 2;
    }
    const LabelledFaces faces = embedFolder(**engine, argv[1], {}, [](int done, int of) {
        if (done % 200 == 0 || done == of)
            std::fprintf(stderr, "%d of %d\n", done, of);
    });
    std::vector<int> sizes;
    for (int i = 2; i < argc; ++i)
        sizes.push_back(std::atoi(argv[i]));
    if (sizes.empty())
        sizes = {1};
    for (const int size : sizes) {
        const ErrorRates rates = measureErrorRates(faces, size);
        std::printf(
            "%s, %d picture(s) a probe: %d people, %d pictures, %d without a face, %zu genuine, %zu impostor pairs\n",
            rates.recipe.c_str(), size, rates.identities, rates.pictures, rates.notDetected, rates.genuinePairs,
            rates.impostorPairs);
        for (const OperatingPoint& point : rates.points)
            std::printf("  FMR %.0e  threshold %.4f  FNMR %5.2f %% (%.2f-%.2f)%s\n", point.falseMatchRate,
                        point.threshold, 100 * point.falseNonMatchRate.value, 100 * point.falseNonMatchRate.low,
                        100 * point.falseNonMatchRate.high, point.enoughPairs ? "" : "  too few pairs");
    }
    for (const std::string& file : faces.notDetected)
        std::printf("no face: %s\n", file.c_str());
    return 0;
}
