#pragma once

#include "biometrics/face_engine.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace chinhchu::biometrics {

/// The faces of a folder that holds one folder per person, as templates.
struct LabelledFaces
{
    struct Picture
    {
        int identity = 0; ///< index into identities
        std::string file; ///< relative to the folder
        FaceTemplate face;
    };
    std::vector<std::string> identities;
    std::vector<Picture> pictures; ///< grouped by identity
    std::vector<std::string> notDetected;
    std::string recipe;
};

/// Reads every picture of @p folder, takes the face nearest its centre, the larger the better, and embeds
/// it. A picture without a face is listed,
/// not dropped silently. @p change alters each picture before it is used (blur, grey, recompression); may be empty.
/// @p progress is told how many of how many are done.
LabelledFaces embedFolder(FaceEngine& engine, const std::filesystem::path& folder,
                          const std::function<Image(Image)>& change = {},
                          const std::function<void(int, int)>& progress = {});

} // namespace chinhchu::biometrics
