#pragma once

#include "biometrics/camera/picture_source.h"
#include "biometrics/face_engine.h"
#include "biometrics/models/model_store.h"

#include <QTest>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace chinhchu::biometrics::demo {

// Who is who: tests/simulators/camera/README.md.
inline constexpr char chipPhoto[] = "sample1.jpg#1319,71,480,640";
inline constexpr char holder[] = "sample3.jpg#820,100,680,510";
inline constexpr char otherPerson[] = "sample3.jpg#380,200,600,450";
inline constexpr char severalPeople[] = "sample3.jpg";

inline std::filesystem::path folder()
{
    return defaultModelFolder().parent_path() / "photographs";
}

inline std::string path(const std::string& photograph)
{
    return (folder() / photograph).string();
}

inline bool present()
{
    return std::filesystem::exists(folder() / "sample1.jpg") && std::filesystem::exists(folder() / "sample3.jpg");
}

inline bool modelsPresent()
{
    for (const ModelEntry& entry : modelManifest()) {
        if (entry.required && !std::filesystem::exists(defaultModelFolder() / entry.file))
            return false;
    }
    return true;
}

} // namespace chinhchu::biometrics::demo

#define SKIP_WITHOUT_DEMO_PHOTOGRAPHS()                                                                                \
    if (!chinhchu::biometrics::demo::present())                                                                        \
    QSKIP("needs the demonstration photographs: run the set-up")
#define SKIP_WITHOUT_MODELS()                                                                                          \
    if (!chinhchu::biometrics::demo::modelsPresent())                                                                  \
    QSKIP("needs the face models: run the set-up")
