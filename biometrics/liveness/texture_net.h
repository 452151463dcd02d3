#pragma once

#include "biometrics/face_engine.h"

#include <filesystem>
#include <memory>

namespace chinhchu::biometrics {

/// The two MiniFASNets: how much a face looks like skin and not like paper or a screen. They depend on how the face is
/// framed, so they are one sign among several. Optional: load() gives MODEL_MISSING where they could not be fetched.
class TextureNet
{
public:
    static Result<std::unique_ptr<TextureNet>> load(const std::filesystem::path& folder);
    virtual ~TextureNet() = default;

    /// 0 to 1: the mean of what both call a living face; 6 ms.
    virtual double alive(const Image& image, const Face& face) = 0;
};

} // namespace chinhchu::biometrics
